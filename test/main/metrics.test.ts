// SPDX-License-Identifier: EUPL-1.2
/** What a technician can watch from afar. */
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { walkIn } from '../page.ts';
import { connectConsole, connectPage, openDesk } from './desk.ts';

async function metricsOf(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/metrics`);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  return (await answer.text()).split('\n');
}

/** What is answered to somebody who calls this machine by another name. */
function statusFor(url: string, host: string, more?: object): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${url}/metrics`, { headers: { host, ...more } }, (answer) => resolve(answer.resume().statusCode))
      .once('error', reject)
      .end();
  });
}

test('the metrics tell how the day goes', async () => {
  const desk = await openDesk({ printer: 'virtual:' });
  const kiosk = await connectPage(desk.url, 'kiosk');
  const display = await connectPage(desk.url, 'display');
  const anna = await connectConsole(desk.url, 'anna', '1');
  for (let i = 0; i < 3; i += 1) await kiosk.send(walkIn);
  await kiosk.view(({ paper }) => paper.length === 3 && paper.every(({ state }) => state === 'printed'));
  await anna.send({ type: 'CallNext', counter: '1' });
  await anna.send({ type: 'FinishServing', ticket: '2026-11-23-1', category: 'listening' });
  await anna.send({ type: 'CallNext', counter: '1' });
  await anna.send({ type: 'CallNext', counter: '1' });
  await anna.send({ type: 'MarkNoShow', ticket: '2026-11-23-2' });
  await kiosk.send({ ...walkIn, language: 'tlh' });
  display.socket.emit('sound', false);
  await anna.view(({ displays }) => displays.mute === 1);

  const metrics = await metricsOf(desk.url);
  expect(metrics).toEqual(
    expect.arrayContaining([
      'sportello_tickets_issued_today 3',
      'sportello_tickets_served_today 1',
      'sportello_tickets_no_show_today 1',
      'sportello_tickets_waiting 1',
      'sportello_counters_open 1',
      'sportello_displays_connected 1',
      'sportello_displays_mute 1',
      'sportello_printer_state{state="ready"} 1',
      'sportello_printer_state{state="paper-end"} 0',
      'sportello_printer_paper_near_end 0',
      'sportello_slips_total{outcome="printed"} 3',
      'sportello_slips_total{outcome="unknown"} 0',
      'sportello_refusals_total{refusal="busy"} 1',
      'sportello_refusals_total{refusal="invalid"} 1',
      'sportello_healthy 1',
      `sportello_office_revision ${desk.office.revision}`,
    ]),
  );
  const names = ['sportello_journal_append_duration_seconds_count', 'nodejs_eventloop_lag_p99_seconds'];
  for (const name of [...names, 'process_resident_memory_bytes', 'sportello_build_info{version="']) {
    expect(metrics.some((line) => line.startsWith(name) && !line.endsWith(' 0'))).toBe(true);
  }
});

test('the metrics say nothing of what was chosen', async () => {
  const desk = await openDesk();
  const anna = await connectConsole(desk.url, 'anna', '1');
  await anna.send({ ...walkIn, language: 'ar' });
  await anna.send({ type: 'CallNext', counter: '1' });
  await anna.send({ type: 'FinishServing', ticket: '2026-11-23-1', category: 'listening' });
  const metrics = (await metricsOf(desk.url)).join('\n');
  for (const word of ['anna', 'listening', 'walk-in', '"ar"', '2026-11-23']) expect(metrics).not.toContain(word);
});

test('only this machine reads the metrics, unless everybody may', async () => {
  const shut = await openDesk();
  expect(await statusFor(shut.url, 'sportello.example.it')).toBe(403);
  expect(await statusFor(shut.url, `localhost:${shut.port}`)).toBe(200);
  // a proxy on this machine that asks by its own name
  expect(await statusFor(shut.url, `localhost:${shut.port}`, { 'x-forwarded-for': '192.168.1.7' })).toBe(403);
  const open = await openDesk({ metrics: 'everywhere' });
  expect(await statusFor(open.url, 'sportello.example.it')).toBe(200);
});
