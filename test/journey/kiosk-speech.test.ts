// SPDX-License-Identifier: EUPL-1.2
/** The kiosk by ear and three keys: what is said, in which order, and what is left for the next citizen. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open, reads, serve } from './pages.ts';

const [NEXT, BACK, CHOOSE] = ['ArrowDown', 'ArrowUp', 'Enter'] as const;

/** Notes what the page has said, and lets every text last for a tenth of a second. */
async function listenTo(kiosk: Page): Promise<string[]> {
  const said: string[] = [];
  await kiosk.route('**/voice/*/text*', async (route) => {
    const url = new URL(route.request().url());
    said.push(`${url.pathname.split('/')[2]}: ${url.searchParams.get('say')}`);
    await route.fulfill({ contentType: 'audio/wav', body: silence(0.1), headers: { 'cache-control': 'no-store' } });
  });
  return said;
}

function silence(seconds: number): Buffer {
  const wav = Buffer.alloc(44 + 2 * Math.round(seconds * 8000));
  wav.write('RIFF....WAVEfmt ', 0, 'latin1');
  wav.writeUInt32LE(wav.length - 8, 4);
  for (const [at, value] of Object.entries({ 16: 16, 24: 8000, 28: 16_000, 40: wav.length - 44 }))
    wav.writeUInt32LE(value, Number(at));
  for (const [at, value] of Object.entries({ 20: 1, 22: 1, 32: 2, 34: 16 })) wav.writeUInt16LE(value, Number(at));
  wav.write('data', 36, 'latin1');
  return wav;
}

/** Presses a key until this is said last. */
async function goTo(kiosk: Page, said: string[], key: string, words: string): Promise<void> {
  for (let presses = 0; said.at(-1) !== words; presses++) {
    expect(presses, `presses of ${key} until "${words}"; said: ${said.join(' | ')}`).toBeLessThan(40);
    const before = said.length;
    await kiosk.keyboard.press(key);
    await expect.poll(() => said.length, { timeout: 5000 }).toBeGreaterThan(before);
    await kiosk.waitForTimeout(20);
  }
}

async function hears(said: string[], ...words: string[]): Promise<void> {
  await expect.poll(() => said.slice(-words.length), { timeout: 10_000 }).toEqual(words);
}

async function openKiosk(...args: string[]) {
  const { url } = await serve(...args);
  const kiosk = await open(url, 'kiosk');
  await kiosk.getByRole('button', { name: 'Voce' }).waitFor();
  return { kiosk, said: await listenTo(kiosk), voice: kiosk.getByRole('button', { name: 'Voce' }) };
}

test('a blind citizen finds the keypad, takes a number, hears all that is on it, and leaves the kiosk as it was', async () => {
  const { kiosk, said } = await openKiosk('--printer', 'virtual:');
  await kiosk.keyboard.press(NEXT);
  await hears(said, 'it: Prenda il numero. pulsante');
  expect(said).toEqual([
    'it: Guida vocale. Un tasto va avanti, uno indietro, uno sceglie.',
    'it: Benvenuti',
    'it: Nessuno in attesa',
    'it: Prenda il numero. pulsante',
  ]);

  await kiosk.keyboard.press(CHOOSE);
  await reads(kiosk.getByTestId('number'), '1');
  await hears(said, 'it: Ho bisogno di più tempo. pulsante');
  const ticket = said.slice(said.indexOf('it: Il suo numero è'));
  expect(ticket.slice(0, 3)).toEqual(['it: Il suo numero è', 'it: 1', 'it: Persone davanti a lei: nessuna']);
  expect(ticket).toContain('it: Ritiri il biglietto');
  expect(ticket.at(-2)).toMatch(/^it: Questa pagina si chiude tra \d\d secondi$/);

  await goTo(kiosk, said, NEXT, 'it: Ho finito. pulsante');
  await kiosk.keyboard.press(CHOOSE);
  await kiosk.getByRole('heading', { name: 'Benvenuti' }).waitFor();
  await kiosk.getByRole('button', { name: 'Voce' }).waitFor();
  expect(await kiosk.locator('[data-said]').count()).toBe(0);
});

test('the language, the page for going first and an appointment are reached by the three keys', async () => {
  const { kiosk, said } = await openKiosk('--printer', 'virtual:');
  await kiosk.keyboard.press(CHOOSE);
  await hears(said, 'it: Prenda il numero. pulsante');
  await goTo(kiosk, said, NEXT, 'it: Ho bisogno di passare prima. pulsante');
  await kiosk.keyboard.press(CHOOSE);
  await hears(said, 'it: Sì, vorrei passare prima. pulsante');
  expect(said).toContain('it: Vuole passare prima?');
  await goTo(kiosk, said, NEXT, 'it: Indietro. pulsante');
  await kiosk.keyboard.press(CHOOSE);
  await hears(said, 'it: Benvenuti', 'it: Nessuno in attesa', 'it: Prenda il numero. pulsante');

  await goTo(kiosk, said, BACK, 'fr: Français.');
  await kiosk.keyboard.press(CHOOSE);
  await expect.poll(() => said).toContain('fr: Bienvenue');
  await expect.poll(() => said.at(-1)).toMatch(/^fr: .*\. bouton$/);
  const appointment = await kiosk.locator('.services button').nth(1).innerText();
  await goTo(kiosk, said, NEXT, `fr: ${appointment.trim().replaceAll(/\s+/g, ' ')}. bouton`);
  await kiosk.keyboard.press(CHOOSE);
  await reads(kiosk.getByTestId('number'), 'P1');
  await expect.poll(() => said).toContain('fr: P1');
});

test('the next key interrupts at once, and what is said is marked', async () => {
  const { kiosk, said, voice } = await openKiosk();
  await voice.click();
  await expect.poll(() => said.length).toBeGreaterThan(0);
  await kiosk.keyboard.press(NEXT);
  await kiosk.keyboard.press(NEXT);
  await kiosk.keyboard.press(NEXT);
  const marked = kiosk.locator('[data-said]');
  expect(await marked.count()).toBe(1);
  const words = (await marked.innerText()).trim();
  await expect.poll(() => said.at(-1)).toContain(words.split('\n')[0]);
  const outline = await marked.evaluate((element) => parseFloat(getComputedStyle(element).outlineWidth));
  expect(outline).toBeGreaterThan(4);
});

test('the volume is moderate at first, follows key and button, and is set back with the citizen', async () => {
  const { kiosk, said, voice } = await openKiosk();
  const full = kiosk.locator('.volume .full');
  const volumes: number[] = [];
  await kiosk.exposeFunction('noteVolume', (volume: number) => void volumes.push(volume));
  await kiosk.evaluate(() => {
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function () {
      (globalThis as unknown as { noteVolume(volume: number): void }).noteVolume(this.volume);
      return play.call(this);
    };
  });
  await voice.click();
  await hears(said, 'it: Prenda il numero. pulsante');
  expect(await full.count()).toBe(3);
  await kiosk.keyboard.press('+');
  await kiosk.getByRole('button', { name: 'Più forte' }).click();
  await expect.poll(() => full.count()).toBe(5);
  await kiosk.keyboard.press('PageDown');
  await expect.poll(() => full.count()).toBe(4);
  await expect.poll(() => volumes.at(-1)).toBe(0.8);
  expect(volumes[0]).toBe(0.6);

  await kiosk.getByRole('button', { name: 'Spegni' }).click();
  await voice.click();
  await expect.poll(() => full.count()).toBe(3);
  await kiosk.keyboard.press('Escape');
  await voice.waitFor();
});

test('a page that closes waits for what is said, says that it closes, and then does', async () => {
  const { url } = await serve('--printer', 'virtual:');
  const kiosk = await open(url, 'kiosk', { timed: true });
  const said = await listenTo(kiosk);
  await kiosk.getByRole('button', { name: 'Voce' }).click();
  await kiosk.getByRole('button', { name: 'Prenda il numero' }).click();
  await kiosk.getByText('Ritiri il biglietto').waitFor();
  const settle = async () => {
    let before = -1;
    while (said.length !== before) {
      before = said.length;
      await kiosk.clock.runFor(500);
      await kiosk.waitForTimeout(400);
    }
  };
  await settle();
  await kiosk.clock.runFor(15_000);
  await kiosk.keyboard.press(BACK);
  await settle();
  await kiosk.clock.runFor(12_000);
  await settle();
  expect(await kiosk.getByTestId('number').count(), 'it stays 20 seconds after a key').toBe(1);
  await expect.poll(() => said.at(-1)).toMatch(/^it: Questa pagina si chiude tra (10|[5-9]) secondi$/);
  await kiosk.clock.runFor(12_000);
  await kiosk.getByRole('heading', { name: 'Benvenuti' }).waitFor();
  await kiosk.getByRole('button', { name: 'Voce' }).waitFor();
});

test('the office’s own voice is heard to its end', async () => {
  const { url } = await serve();
  const kiosk = await open(url, 'kiosk');
  const ends: number[] = [];
  await kiosk.exposeFunction('noteEnd', (seconds: number) => void ends.push(seconds));
  await kiosk.evaluate(() => {
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function () {
      const note = () => (globalThis as unknown as { noteEnd(seconds: number): void }).noteEnd(this.duration);
      this.addEventListener('ended', note, { once: true, capture: true });
      return play.call(this);
    };
  });
  await kiosk.getByRole('button', { name: 'Voce' }).click();
  await expect.poll(() => ends.length, { timeout: 25_000 }).toBeGreaterThan(0);
  expect(ends[0]).toBeGreaterThan(0.3);
});

test('without a voice there is no button, and the keys do nothing', async () => {
  const { url } = await serve();
  const kiosk = await open(url, 'display');
  await kiosk.route('**/voice', (route) => route.fulfill({ json: { speaks: false } }));
  const said = await listenTo(kiosk);
  await kiosk.goto(`${url}/kiosk`);
  await kiosk.getByRole('button', { name: 'Prenda il numero' }).waitFor();
  await kiosk.keyboard.press(NEXT);
  await kiosk.waitForTimeout(200);
  expect(await kiosk.getByRole('button', { name: 'Voce' }).count()).toBe(0);
  expect(said).toEqual([]);
});
