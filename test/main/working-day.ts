// SPDX-License-Identifier: EUPL-1.2
/** A day at the desk with all that happens on one, at an office in a process of its own that says all it ever says. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { newOperator } from '../../src-main/server/operators.ts';
import { openPage, signIn, walkIn } from '../page.ts';

export const OPERATOR = 'Chiara Verdi';
export const SECRET = 'sette-nani-allegri';
export const NOTICE = 'Oggi siamo in due, chiediamo pazienza';
export const LABEL = 'Ascolto del bisogno';
/** What nobody outside may learn from a log. */
export const PRIVATE = [
  ...[OPERATOR, 'Verdi', SECRET, 'biancaneve', 'brontolo', NOTICE, 'pazienza', 'sportello='],
  ...['needs-analysis', 'short-support', 'referral', 'family-clinic', LABEL],
  ...['"language"', '"category"', '"number"', '/it/', '/ar/', 'TicketIssued'],
];

const SERVE = new URL('../../dist/main/serve.js', import.meta.url).pathname;
const DAY = '2026-11-23';
/** Half an event, as a power cut leaves it. */
const TORN = `{"type":"TicketServed","ticket":"${DAY}-1","category":"needs-analysis","language":"ar`;

export interface WorkingDay {
  /** The cookie of the operator who is signed in. */
  cookie: string;
  /** Ends the office; resolves to what it has said on its error output. */
  stop(): Promise<string>;
}

/** @param data an empty folder for the office */
export async function workADay(data: string): Promise<WorkingDay> {
  const settings = { categories: [{ id: 'needs-analysis', label: LABEL }] };
  await mkdir(join(data, 'days'));
  await writeFile(join(data, 'days', `${DAY}.jsonl`), TORN);
  await writeFile(join(data, 'operators.json'), JSON.stringify([await newOperator(OPERATOR, SECRET, true)]));
  await writeFile(join(data, 'settings.json'), JSON.stringify(settings));

  const flags = ['--port', '0', '--data', data, '--clock', `${DAY}T09:00`, '--printer', 'virtual:'];
  const env = { ...process.env, SPORTELLO_LOG: 'debug' };
  const office = spawn(process.execPath, [SERVE, ...flags], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const said = text(office.stderr);
  const exited = once(office, 'exit');
  const [line] = (await once(createInterface({ input: office.stdout }), 'line')) as [string];
  return {
    cookie: await workAt(line.replace('listening on ', '')),
    async stop() {
      office.kill();
      await exited;
      return said;
    },
  };
}

/** Everything that a day brings, what goes wrong included; resolves to the operator's cookie. */
async function workAt(url: string): Promise<string> {
  const kiosk = await openPage(url, 'kiosk');
  const display = await openPage(url, 'display');
  await signIn(url, OPERATOR, 'biancaneve').catch(() => {});
  await signIn(url, 'brontolo', SECRET).catch(() => {});
  const cookie = await signIn(url, OPERATOR, SECRET);
  const desk = await openPage(url, 'console', cookie);
  const at = { counter: '1' };
  await desk.send({ type: 'OpenCounter', ...at });
  await desk.send({ type: 'PostNotice', text: NOTICE });
  for (const language of ['it', 'ar', 'uk', 'zh']) await kiosk.send({ ...walkIn, language });
  await kiosk.send({ ...walkIn, service: 'appointment', language: 'ro' });

  const callNext = async () => {
    const reply = await desk.send({ type: 'CallNext', ...at });
    return { ticket: reply.ok ? reply.ticket!.id : '' };
  };
  const category = 'needs-analysis';
  for (const type of ['MarkNoShow', 'Park', 'Recall']) await desk.send({ type, ...(await callNext()) });
  const { queue } = await desk.view((view) => view.queue.some(({ state }) => state === 'called'));
  const { id: ticket } = queue.find(({ state }) => state === 'called')!;
  await desk.send({ type: 'StartServing', ticket });
  await desk.send({ type: 'FinishServing', ticket, category, referredTo: 'family-clinic' });
  await desk.send({ type: 'Undo', ticket });
  await desk.send({ type: 'FinishServing', ticket, category });
  await desk.send({ type: 'Transfer', ...(await callNext()), service: 'appointment' });
  await desk.send({ type: 'Reprint', ticket });

  // what is not as it should be
  await desk.send({ type: 'FinishServing', ticket, category: 'short-support', [NOTICE]: NOTICE });
  await desk.send({ type: 'PostNotice', text: NOTICE.repeat(20) });
  await desk.send({ type: NOTICE });
  await kiosk.send({ ...walkIn, language: NOTICE });
  const json = { 'content-type': 'application/json' };
  const ask = (path: string, init?: RequestInit) => fetch(`${url}${path}`, init).then((answer) => answer.text());
  await ask('/api/session', { method: 'POST', headers: json, body: `{"operator":"${OPERATOR}","secret":"${SECRET}` });
  await ask('/api/session', { method: 'POST', headers: json, body: JSON.stringify({ secret: SECRET.repeat(2000) }) });
  await ask(`/voice/it/text?say=${encodeURIComponent(NOTICE)}`);
  await ask(`/voice/ar/number/1?${SECRET}`, { method: 'POST', headers: { cookie } });
  await ask(`/${SECRET}`, { headers: { cookie, authorization: SECRET } });

  await kiosk.view(({ paper }) => paper.every(({ state }) => state !== 'queued' && state !== 'printing'));
  for (const page of [kiosk, display, desk]) page.leave();
  return cookie;
}
