// SPDX-License-Identifier: EUPL-1.2
/** Programs that know nothing of ours see and read on paper what we meant to print. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type TestContext } from 'vitest';
import type { Language } from '../../../src-main/core/ticket.ts';
import { bytesOf } from '../../../src-main/printing/bytes.ts';
import { layout } from '../../../src-main/printing/layout.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { ADDRESS, fullSlip, LANGUAGES, pngOf } from './golden-slips.ts';
import { missingPackages } from './reading-programs.ts';
import { withOneDotMore } from './slips.ts';

const missing = missingPackages();
const WIDTHS = [576, 384] as const;
const SLIPS = LANGUAGES.flatMap((language) => WIDTHS.map((width) => [language, width] as const));

function skipWithoutPrograms({ skip }: TestContext): void {
  skip(missing.length > 0, `Nobody can read the slip here: apt install ${missing.join(' ')}`);
}

/** The bits of the picture in a job: what stands in its `GS v 0` bands, and how many rows that is. */
function picture(job: Buffer): { bits: Buffer; height: number } {
  const bands: Buffer[] = [];
  let height = 0;
  for (let at = job.indexOf('\x1dv0', 'latin1'); job.toString('latin1', at, at + 3) === '\x1dv0';) {
    const rows = job.readUInt16LE(at + 6);
    const end = at + 8 + job.readUInt16LE(at + 4) * rows;
    bands.push(job.subarray(at + 8, end));
    height += rows;
    at = end;
  }
  return { bits: Buffer.concat(bands), height };
}

/** The slip as ImageMagick draws it from the bytes that go to the printer; a PNG. */
async function drawn(language: Language, width: 576 | 384): Promise<string> {
  const folder = await temporaryFolder();
  const { bits, height } = picture(bytesOf(layout(fullSlip(language), width)));
  writeFileSync(join(folder, 'bits'), bits);
  const png = join(folder, 'slip.png');
  execFileSync('convert', ['-size', `${width}x${height}`, '-depth', '1', `gray:${folder}/bits`, '-negate', png]);
  return png;
}

/** What Tesseract reads, larger and with white around it, as a scanner would see it; spaces between words are one. */
async function read(language: Language, tesseract: string): Promise<string> {
  const png = await drawn(language, 576);
  const scan = png.replace('slip', 'scan');
  execFileSync('convert', [png, '-bordercolor', 'white', '-border', '20', '-resize', '200%', scan]);
  const words = execFileSync('tesseract', [scan, '-', '-l', tesseract, '--psm', '4'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  return words.replaceAll(/\s+/g, ' ').replaceAll(/[–—]/g, '-');
}

test.for(SLIPS)('ImageMagick draws the slip in %s on %i dots as it was laid out, dot by dot', async (slip, context) => {
  skipWithoutPrograms(context);
  const [language, width] = slip;
  const png = await drawn(language, width);
  const laidOut = png.replace('slip', 'layout');
  writeFileSync(laidOut, pngOf(withOneDotMore(layout(fullSlip(language), width))));
  const comparison = spawnSync('compare', ['-metric', 'AE', png, laidOut, 'null:'], { encoding: 'utf8' });
  expect(comparison.stderr.trim(), 'dots that differ').toBe('0');
});

test('Tesseract reads in Italian what a citizen needs', async (context) => {
  skipWithoutPrograms(context);
  const words = await read('it', 'ita');
  for (const needed of [
    'RISTAMPA',
    'Comune di Corsico Segretariato sociale',
    'Senza appuntamento 12 Prima di lei: 6 persone Attesa prevista: da 20 a 35 minuti',
    'in sala quando la chiamiamo, mostri questo biglietto allo sportello.',
    'lunedì 23 novembre 2026, ore 9:05',
    'via Dante Alighieri 11, Corsico',
    'Senza appuntamento: lunedì 9:00-11:00',
    'Per un appuntamento: 331 2331322',
    'martedì e giovedì 16:00-17:30',
  ]) {
    expect(words).toContain(needed);
  }
});

test('Tesseract reads in Arabic what a citizen needs', async (context) => {
  skipWithoutPrograms(context);
  const words = await read('ar', 'ara');
  for (const needed of [
    'بدون موعد',
    '12 6 أشخاص قبلك',
    'الانتظار المتوقع: من 20 إلى 35 دقيقة',
    'إذا لم تكن في القاعة عندما نناديك',
    'فأظهر هذه التذكرة عند الشباك.',
    'بدون موعد: الاثنين من 9:00 إلى 11:00',
    'للحصول على موعد:',
    '2331322',
    'الثلاثاء والخميس من 16:00 إلى 17:30',
  ]) {
    expect(words).toContain(needed);
  }
});

test('Tesseract reads in Ukrainian what a citizen needs', async (context) => {
  skipWithoutPrograms(context);
  const words = await read('uk', 'ukr');
  for (const needed of [
    'ПОВТОРНИЙ ДРУК',
    'Без запису',
    '12 Перед вами 6 осіб Час очікування: від 20 до 35 хвилин',
    'Якщо вас не буде в залі, коли ми вас викличемо, покажіть цей талон біля віконця.',
    'понеділок, 23 листопада 2026 р., 9:05',
    'Без запису: понеділок 9:00-11:00',
    'Щоб записатися: 331 2331322',
  ]) {
    expect(words).toContain(needed);
  }
});

test.for(SLIPS)('ZBar reads the ticket’s address from the slip in %s on %i dots', async (slip, context) => {
  skipWithoutPrograms(context);
  const stdio = ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'];
  const address = execFileSync('zbarimg', ['-q', '--raw', await drawn(...slip)], { encoding: 'utf8', stdio });
  expect(address.trim()).toBe(ADDRESS);
});
