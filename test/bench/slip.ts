// SPDX-License-Identifier: EUPL-1.2
/** From a ticket to the bytes of its slip, as in life: what differs is set in dots, what stands on every slip is known. */
import { bytesOf } from '../../src-main/printing/bytes.ts';
import { layout } from '../../src-main/printing/layout.ts';
import { slip } from '../main/printing/slips.ts';
import { median, quantile, timed, type Row } from './measure.ts';

const ROUNDS = 300;
const WARM_UP = 50;
const WIDTH = 576;

export async function benchSlip(): Promise<Row[]> {
  const languages = ['it', 'ar'] as const;
  const times = languages.map((): number[] => []);
  for (let i = 0; i < ROUNDS + WARM_UP; i += 1) {
    for (const [n, language] of languages.entries()) {
      const of = slip({ language, number: String(i + 1), ticket: `2026-11-23-${i + 1}`, ahead: i });
      const time = await timed(async () => bytesOf(layout(of, WIDTH)));
      if (i >= WARM_UP) times[n]!.push(time);
    }
  }
  return languages.map((language, n) => ({
    what: `Pixels and bytes of a slip, ${WIDTH} dots, ${language}`,
    measured: median(times[n]!),
    p99: quantile(times[n]!, 0.99),
    goalMs: 10,
  }));
}
