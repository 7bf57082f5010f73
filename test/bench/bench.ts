// SPDX-License-Identifier: EUPL-1.2
/** Prints how long things take, as multiples of a floor measured in the same run. It judges nothing: it is no test. */
import { benchBroadcast } from './broadcast.ts';
import { benchColdStart } from './cold-start.ts';
import { benchEstimate } from './estimate.ts';
import { benchIssue } from './issue.ts';
import type { Row } from './measure.ts';
import { benchMemory } from './memory.ts';
import { benchPainted } from './painted.ts';
import { benchPrint } from './print.ts';
import { benchSlip } from './slip.ts';
import { benchStartUp } from './start-up.ts';

const rows: Row[] = [];
for (const bench of [benchIssue, benchBroadcast, benchPrint, benchSlip, benchPainted, benchColdStart, benchStartUp])
  rows.push(...(await bench()));

console.table(
  rows.map(({ what, floor, measured, p99, bound, goalMs }) => ({
    what,
    'floor, ms': floor?.toFixed(2) ?? '',
    'median, ms': measured.toFixed(2),
    'p99, ms': p99.toFixed(2),
    'times the floor': floor === undefined ? '' : (measured / floor).toFixed(2),
    'at most': goalMs === undefined ? `${bound} times` : `${goalMs} ms`,
  })),
);
console.table(await benchMemory());
console.table(benchEstimate());
