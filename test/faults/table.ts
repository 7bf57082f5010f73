// SPDX-License-Identifier: EUPL-1.2
/** Prints what the office says of each fault of the printer, and what is on paper in the end. */
import { CASES, failingsOf, nameOf, run, type Result } from './matrix.ts';

/** The rendered pages too are read in every case; see --without-pages. */
const read = !process.argv.includes('--without-pages');
const AT_ONCE = read ? 4 : 8;

const left = [...CASES];
const rows: { fault: string; result: Result; wrong: string[] }[] = [];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { trial, way, position } = next;
      const result = await run(trial, way, position, read);
      const fault = `${nameOf(trial)}; ${position} ticket, ${way}`;
      rows.push({ fault, result, wrong: failingsOf(trial, way, result) });
    }
  }),
);

console.table(
  rows
    .sort((a, b) => a.fault.localeCompare(b.fault))
    .map(({ fault, result, wrong }) => ({
      fault,
      meanwhile: `${result.meanwhile.printer}, ${result.meanwhile.paper}`,
      afterwards: result.paper,
      'on paper': result.held,
      others: `${result.others.filter(({ held }) => held === 'whole').length} of ${result.others.length} whole`,
      verdict: wrong.length === 0 ? 'as it must be' : wrong.join('; '),
    })),
);
if (rows.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
