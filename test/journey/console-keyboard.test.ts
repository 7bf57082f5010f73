// SPDX-License-Identifier: EUPL-1.2
/** The whole console without a pointer: every step by its key, and what the page says of it. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { openPage, walkIn } from '../page.ts';
import { isAccessible, press, says } from './console-page.ts';
import { open, reads, serve } from './pages.ts';

const FILLED = 'rgb(0, 77, 153)';

async function emphasised(page: Page): Promise<string[]> {
  return page.evaluate(
    (filled) =>
      [...document.querySelectorAll('main button')]
        .filter((button) => getComputedStyle(button).backgroundColor === filled)
        .map((button) => button.querySelector('span')!.textContent.trim()),
    FILLED,
  );
}

/** An office with its faces, where some have already taken a number. */
async function officeWith(waiting: number) {
  const { url } = await serve('--printer', 'virtual:');
  const kiosk = await openPage(url, 'kiosk');
  const wall = await openPage(url, 'display');
  onTestFinished(() => [kiosk, wall].forEach((page) => page.leave()));
  for (let i = 0; i < waiting; i++) await kiosk.send(walkIn);
  return { url, kiosk, wall };
}

async function signInByKeys(page: Page): Promise<void> {
  await page.getByLabel('Nome').waitFor();
  await page.keyboard.type('anna');
  await page.keyboard.press('Tab');
  await page.keyboard.type('demo');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Dove riceve?' }).waitFor();
}

test('visits are called, recalled, received and ended by keyboard alone, and each step is heard', async () => {
  const office = await officeWith(2);
  const anna = await open(office.url, 'console');
  const sheet = anna.getByRole('dialog');

  await anna.getByRole('heading', { name: 'Buongiorno' }).waitFor();
  await isAccessible(anna);
  await signInByKeys(anna);
  await isAccessible(anna);
  await press(anna, '2', 'Lei riceve allo Sportello 2.');
  await isAccessible(anna);

  await press(anna, 'Enter', 'Chiamato il numero 1 allo Sportello 2.');
  await isAccessible(anna);
  expect(await emphasised(anna)).toEqual(['È arrivato']);
  await press(anna, 'r', 'Richiamato il numero 1.');
  await anna.getByText('2 volte').waitFor();
  await anna.keyboard.press('r');
  await anna.getByText('3 volte').waitFor();
  await press(anna, 'r', 'Richiamato il numero 1. Se non viene, segni Assente.');
  await anna.getByText('4 volte: forse non c’è').waitFor();
  expect(await emphasised(anna)).toEqual(['Assente']);
  await isAccessible(anna);
  await press(anna, 'a', 'Il numero 1 è segnato come assente.');
  await anna
    .getByRole('button', { name: 'Annulla' })
    .getByText(/^\d+ s$/)
    .waitFor();
  await press(anna, 'Control+z', 'Annullato: il numero 1 è come prima.');
  await anna.getByRole('heading', { name: 'Chiamato' }).waitFor();
  await press(anna, 'Space', 'Il numero 1 è allo sportello.');
  await anna.getByRole('heading', { name: 'Allo sportello' }).waitFor();
  await press(anna, 'Shift+Digit2', 'Segnata anche: Accoglienza e ascolto. Ora la categoria principale.');
  await isAccessible(anna);
  await press(anna, '1', 'Concluso il numero 1: Informazione e orientamento (e un’altra categoria).');

  await anna.getByRole('button', { name: 'Chiama il prossimo: 2' }).waitFor();
  await press(anna, 'Enter', 'Chiamato il numero 2 allo Sportello 2.');
  await reads(anna.getByTestId('current-number'), '2');
  await anna.keyboard.press('5');
  await sheet.getByRole('heading', { name: 'Dove è inviato il numero 2?' }).waitFor();
  await isAccessible(anna);
  await anna.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  await reads(anna.getByTestId('current-number'), '2');
  await anna.keyboard.press('5');
  await sheet.waitFor();
  await press(anna, '2', 'Concluso il numero 2: Accompagnamento e invio a servizi specialistici.');
  await anna.getByRole('heading', { name: 'Nessuno in attesa' }).waitFor();
  await isAccessible(anna);
});

test('all else at the desk is done by keyboard alone, too, up to closing the day', async () => {
  const { kiosk, wall, ...office } = await officeWith(1);
  const anna = await open(office.url, 'console');
  const sheet = anna.getByRole('dialog');
  await signInByKeys(anna);
  await press(anna, '2', 'Lei riceve allo Sportello 2.');
  await press(anna, 'Enter', 'Chiamato il numero 1 allo Sportello 2.');
  await reads(anna.getByTestId('current-number'), '1');
  await press(anna, 's', 'Il numero 1 è sospeso.');
  await anna.getByText('sospeso 9:0').waitFor();
  await anna.keyboard.press('c');
  await anna.keyboard.press('Enter');
  await sheet.getByRole('heading', { name: 'Numero 1' }).waitFor();
  await isAccessible(anna);
  await press(anna, 'Enter', 'Il numero 1 è di nuovo in coda.');
  await anna.getByRole('button', { name: 'Chiama il prossimo: 1' }).waitFor();
  await anna.keyboard.press('Escape');
  await press(anna, 'Enter', 'Chiamato il numero 1 allo Sportello 2.');
  await reads(anna.getByTestId('current-number'), '1');
  await anna.keyboard.press('t');
  await sheet.getByRole('button', { name: 'Sportello 1' }).waitFor();
  await isAccessible(anna);
  await press(anna, '1', 'Il numero 1 passa allo Sportello 1.');
  await anna.getByTestId('queue').getByText('solo Sportello 1').waitFor();

  await anna.keyboard.press('m');
  await sheet.getByRole('heading', { name: 'Altro' }).waitFor();
  await isAccessible(anna);
  await anna.keyboard.press('1');
  await sheet.getByRole('radio', { name: 'Con appuntamento' }).waitFor();
  await isAccessible(anna);
  await anna.keyboard.press('ArrowRight');
  await press(anna, 'Enter', 'Emesso il numero P1. Davanti non ha nessuno.');
  await sheet.getByRole('heading', { name: 'Numero P1' }).waitFor();
  await isAccessible(anna);
  await anna.keyboard.press('Enter');
  await sheet.waitFor({ state: 'hidden' });

  await anna.keyboard.press('m');
  await sheet.getByRole('heading', { name: 'Altro' }).waitFor();
  await anna.keyboard.press('2');
  await sheet.getByRole('textbox').waitFor();
  await anna.keyboard.type('Torniamo subito');
  await isAccessible(anna);
  await press(anna, 'Enter', 'L’avviso è sugli schermi.');
  expect((await wall.view(({ notice }) => notice !== undefined)).notice).toBe('Torniamo subito');
  await press(anna, 'm 3', 'L’emissione dei numeri è in pausa.');
  await anna.getByText('Il chiosco non dà numeri.').waitFor();
  await isAccessible(anna);
  expect(await kiosk.send(walkIn)).toMatchObject({ ok: false, refusal: 'paused' });
  await press(anna, 'm 3', 'L’emissione dei numeri è ripresa.');

  await anna.keyboard.press('c');
  await anna.keyboard.press('Enter');
  await sheet.getByRole('button', { name: 'Ristampa' }).waitFor();
  await press(anna, '2', 'Il biglietto del numero 1 va di nuovo in stampa.');
  await anna.keyboard.press('?');
  await sheet.getByRole('heading', { name: 'I tasti' }).waitFor();
  await isAccessible(anna);
  await anna.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });

  await anna.keyboard.press('m');
  await sheet.waitFor();
  await anna.keyboard.press('5');
  await sheet.getByRole('heading', { name: 'Chiudere la giornata?' }).waitFor();
  await isAccessible(anna);
  await press(anna, 's', 'La giornata è chiusa.');
  await anna.getByRole('heading', { name: 'La giornata è chiusa' }).waitFor();
  await isAccessible(anna);
});

test('whoever switches single keys off is not surprised by a letter, and still has every button', async () => {
  const office = await officeWith(1);
  const anna = await open(office.url, 'console');
  await signInByKeys(anna);
  await press(anna, '1', 'Lei riceve allo Sportello 1.');
  await anna.keyboard.press('?');
  await anna.getByLabel('Lettere e cifre').uncheck();
  await anna.keyboard.press('Escape');
  await press(anna, 'Enter', 'Chiamato il numero 1 allo Sportello 1.');
  await anna.getByRole('button', { name: 'Assente' }).waitFor();
  for (const key of ['a', '1', 'm', 'Shift+Digit2']) await anna.keyboard.press(key);
  await says(anna, 'Chiamato il numero 1 allo Sportello 1.');
  expect(await anna.getByRole('dialog').count()).toBe(0);
  await anna.getByRole('button', { name: 'Assente' }).focus();
  await press(anna, 'Enter', 'Il numero 1 è segnato come assente.');
});
