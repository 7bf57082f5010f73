// SPDX-License-Identifier: EUPL-1.2
/** The first morning: somebody becomes the coordinator, and a second kiosk and a display are let in. */
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../main/temporary-folder.ts';
import { startOffice } from '../office-process.ts';
import { findings } from '../states/looking.ts';
import { open, reads, serve, signIn } from './pages.ts';

const SIZES = [
  { width: 1080, height: 1920 },
  { width: 1280, height: 800 },
];

const fromElsewhere = (url: string) => url.replace('127.0.0.1', 'sportello.local');

test(
  'a new office shows on its kiosk how to begin, and is a kiosk as soon as somebody coordinates it',
  { timeout: 60_000 },
  async () => {
    const office = await startOffice('--data', await temporaryFolder(), '--clock', '2026-11-23T09:00');
    onTestFinished(() => void office.process.kill('SIGKILL'));
    const kiosk = await open(office.url, 'kiosk');
    await kiosk.getByRole('heading', { name: 'Prima di cominciare' }).waitFor();
    await kiosk.getByText(`${office.url}/console`).waitFor();
    expect(await findings(kiosk, SIZES, 'to operators')).toEqual([]);
    const code = (await kiosk.getByText(/^\d{3} \d{3}$/).textContent())!;

    const chiara = await open(fromElsewhere(office.url), 'console');
    await chiara.getByLabel('Nome').fill('Chiara');
    await chiara.getByLabel('Parola segreta').fill('sette nani');
    await chiara.getByLabel('Codice sul chiosco').fill('12');
    await chiara.getByRole('button', { name: 'Comincia' }).click();
    await chiara.getByText('Il codice non è giusto').waitFor();
    await chiara.getByLabel('Codice sul chiosco').fill(code);
    await chiara.getByRole('button', { name: 'Comincia' }).click();
    await chiara.getByRole('button', { name: 'Sportello 1' }).waitFor();
    await kiosk.getByRole('button', { name: 'Prenda il numero' }).waitFor();
  },
);

test(
  'with the code that a console shows another screen becomes a kiosk or a display, and comes back as what it was',
  { timeout: 60_000 },
  async () => {
    const office = await serve();
    const anna = await open(office.url, 'console');
    await signIn(anna, 'anna', 'Sportello 1');
    const makeCode = async (name: string, kind: string) => {
      await anna.getByRole('button', { name: 'Altro' }).click();
      await anna.getByRole('button', { name: 'Schermi e chioschi' }).click();
      await anna.getByLabel('Dove si trova').fill(name);
      await anna.getByRole('button', { name: kind }).click();
      return (await anna.getByText(/^\d{3} \d{3}$/).textContent())!.replace(' ', '');
    };
    const url = fromElsewhere(office.url);

    const kiosk = await open(url, 'kiosk');
    await kiosk.getByRole('heading', { name: 'Collega questo schermo' }).waitFor();
    expect(await findings(kiosk, SIZES, 'to operators')).toEqual([]);
    await kiosk.keyboard.type('000000');
    await kiosk.getByText('Il codice non è giusto').waitFor();
    for (const digit of await makeCode('Ingresso', 'Collega un chiosco')) {
      await kiosk.getByRole('button', { name: digit, exact: true }).click();
    }
    await kiosk.getByRole('button', { name: 'Prenda il numero' }).click();
    await reads(kiosk.getByTestId('number'), '1');
    await reads(anna.getByRole('dialog').getByRole('listitem'), /Ingresso\s*chiosco, dal/);
    await anna.keyboard.press('Escape');

    const display = await open(url, 'kiosk');
    await display.getByRole('heading', { name: 'Collega questo schermo' }).waitFor();
    await display.keyboard.type(await makeCode('Sala', 'Collega uno schermo'));
    await display.waitForURL('**/display');
    await display.goto(`${url}/pair`, { waitUntil: 'commit' });
    await display.waitForURL('**/display');

    const entrance = anna.getByRole('listitem').filter({ hasText: 'Ingresso' });
    await entrance.getByRole('button', { name: 'Scollega' }).click();
    await entrance.waitFor({ state: 'detached' });
    await anna.getByRole('listitem').filter({ hasText: 'Sala' }).waitFor();
    await kiosk.getByRole('button', { name: 'Ho letto il numero' }).click();
    await kiosk.getByRole('heading', { name: 'Collega questo schermo' }).waitFor();
  },
);
