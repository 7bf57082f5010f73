// SPDX-License-Identifier: EUPL-1.2
/** The page of the virtual printer: what it is told and what it may order. */
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { createVirtualPrinter } from '../../../src-main/printing/virtual.ts';
import { paperRoutes } from '../../../src-main/server/paper.ts';

function openPage() {
  const printer = createVirtualPrinter({ width: 384, now: () => '', rowsPerSecond: Infinity });
  const app = fastify();
  paperRoutes(app, printer);
  const order = (payload: object, headers = {}) =>
    app.inject({ method: 'POST', url: '/paper/faults', payload, headers });
  return { printer, order, ask: (url: string) => app.inject(url) };
}

test('a printer is made to fail and mended, and says what ails it', async () => {
  const { order, ask, printer } = openPage();
  const answer = await order({ fault: 'cover-open', present: true });
  expect(answer.json()).toEqual({ present: ['cover-open'], expected: [] });
  expect(printer.faults()).toEqual(['cover-open']);
  await order({ fault: 'cover-open', present: false });
  expect((await ask('/paper/faults')).json()).toEqual({ present: [], expected: [] });
});

test('a fault can be ordered for the middle of the next slip, and called off', async () => {
  const { order } = openPage();
  expect((await order({ fault: 'paper-end', present: true, after: 500 })).json()).toEqual({
    present: [],
    expected: ['paper-end'],
  });
  expect((await order({ fault: 'paper-end', present: false })).json()).toEqual({ present: [], expected: [] });
});

test.each([
  [{ fault: 'fire', present: true }],
  [{ fault: 'reset' }],
  [{ fault: 'reset', present: true, after: 0 }],
  [{ fault: 'reset', present: false, after: 9 }],
  [{ fault: 'reset', present: true, force: true }],
  [[]],
])('the order %j is refused', async (wrong) => {
  const { order, printer } = openPage();
  expect((await order(wrong)).statusCode).toBe(400);
  expect([printer.faults(), printer.expected()]).toEqual([[], []]);
});

test('a page of somebody else makes nothing fail', async () => {
  const { order, printer } = openPage();
  const away = { origin: 'http://evil.example', host: '127.0.0.1:4710' };
  expect((await order({ fault: 'refuse', present: true }, away)).statusCode).toBe(403);
  expect(printer.faults()).toEqual([]);
  const own = { origin: 'http://127.0.0.1:4710', host: '127.0.0.1:4710' };
  expect((await order({ fault: 'refuse', present: true }, own)).statusCode).toBe(200);
});
