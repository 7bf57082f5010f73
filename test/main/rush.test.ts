// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { walkIn } from '../page.ts';
import { connectConsole, connectPage, openDesk } from './desk.ts';

test('eight kiosks in a hundred bursts: 800 tickets with the numbers 1 to 800, every command answered ok', async () => {
  const desk = await openDesk();
  const kiosks = await Promise.all(Array.from({ length: 8 }, () => connectPage(desk.url, 'kiosk')));
  const numbers: string[] = [];
  for (let burst = 0; burst < 100; burst += 1) {
    const replies = await Promise.all(kiosks.map((kiosk) => kiosk.send(walkIn)));
    for (const reply of replies) numbers.push(reply.ok ? reply.ticket!.number : reply.refusal);
  }
  expect(numbers.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 800 }, (_, i) => i + 1));
});

test('two consoles call at the same instant, 500 times: no ticket at two counters, no error to repeat', async () => {
  const desk = await openDesk();
  const kiosk = await connectPage(desk.url, 'kiosk');
  const anna = await connectConsole(desk.url, 'anna', '1');
  const bruno = await connectConsole(desk.url, 'bruno', '2');
  const called: string[] = [];
  for (let time = 0; time < 500; time += 1) {
    await Promise.all([kiosk.send(walkIn), kiosk.send(walkIn)]);
    const replies = await Promise.all([
      anna.send({ type: 'CallNext', counter: '1' }),
      bruno.send({ type: 'CallNext', counter: '2' }),
    ]);
    const tickets = replies.map((reply) => (reply.ok ? reply.ticket!.id : reply.refusal));
    called.push(...tickets);
    const finish = (ticket: string) => ({ type: 'FinishServing', ticket, category: 'information' });
    const finished = await Promise.all([anna.send(finish(tickets[0]!)), bruno.send(finish(tickets[1]!))]);
    expect(finished.map((reply) => reply.ok)).toEqual([true, true]);
  }
  expect(called.every((id) => id.startsWith('2026-11-23-'))).toBe(true);
  expect(new Set(called).size).toBe(1000);
});

test('whoever calls a chosen ticket second is told at which counter it was called', async () => {
  const desk = await openDesk();
  const kiosk = await connectPage(desk.url, 'kiosk');
  const anna = await connectConsole(desk.url, 'anna', '1');
  const bruno = await connectConsole(desk.url, 'bruno', '2');
  const issued = await kiosk.send(walkIn);
  const ticket = issued.ok ? issued.ticket!.id : '';
  const replies = await Promise.all([
    anna.send({ type: 'CallTicket', ticket, counter: '1' }),
    bruno.send({ type: 'CallTicket', ticket, counter: '2' }),
  ]);
  expect(replies.map((reply) => reply.ok).sort()).toEqual([false, true]);
  const second = replies.find((reply) => !reply.ok)!;
  expect(second).toMatchObject({ refusal: 'wrong-state' });
  expect(second.ok ? '' : second.message).toMatch(/^Il numero 1 è già stato chiamato \(Sportello [12]\)\.$/);
});
