// SPDX-License-Identifier: EUPL-1.2
/** The office as it is started from the command line. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { constants } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startOffice, type OfficeProcess } from '../office-process.ts';
import { openConsole, openPage, signIn, walkIn } from '../page.ts';
import { startTcpPrinter } from './printing/tcp-printer.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function serve(...args: string[]): Promise<OfficeProcess> {
  const office = await startOffice(...args);
  onTestFinished(() => void office.process.kill('SIGKILL'));
  return office;
}

function file(program: string): string {
  return new URL(`../../dist/main/${program}.js`, import.meta.url).pathname;
}

/** Runs one of the built programs to its end. */
async function run(program: string, args: string[], input = ''): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [file(program), ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: code as number, said: said + complained };
}

test('an office that is stopped and started again on its folder goes on where it was', async () => {
  const data = await temporaryFolder();
  const before = await serve('--data', data, '--clock', '2026-11-23T09:00');
  const kiosk = await openPage(before.url, 'kiosk');
  await kiosk.send(walkIn);
  kiosk.leave();
  await before.stop();
  expect(before.process.exitCode).toBe(0);

  const after = await serve('--data', data, '--clock', '2026-11-23T09:05');
  const again = await openPage(after.url, 'kiosk');
  expect(await again.send(walkIn)).toMatchObject({ ok: true, ticket: { number: '2', ahead: 1 } });
  again.leave();
  await after.stop();
});

test('the first start writes the settings, each of which can then be changed', async () => {
  const data = await temporaryFolder();
  await (await serve('--data', data)).stop();
  const file = join(data, 'settings.json');
  const settings = JSON.parse(await readFile(file, 'utf8')) as { office: { name: string } };
  settings.office.name = 'Ufficio casa';
  await writeFile(file, JSON.stringify(settings));
  const office = await serve('--data', data);
  const display = await openPage(office.url, 'display');
  expect((await display.view()).office.name).toBe('Ufficio casa');
  display.leave();
  await office.stop();
});

test('an office that is stopped while its printer hangs knows afterwards that the slip is in doubt', async () => {
  const printer = await startTcpPrinter('never-confirms');
  onTestFinished(() => printer.switchOff());
  const flags = ['--data', await temporaryFolder(), '--clock', '2026-11-23T09:00', '--printer', printer.url];
  const before = await serve(...flags);
  const kiosk = await openPage(before.url, 'kiosk');
  await kiosk.send(walkIn);
  await vi.waitFor(() => expect(printer.jobs).toBe(1), { timeout: 10_000 });
  kiosk.leave();
  await before.stop();
  expect(before.process.exitCode).toBe(0);

  const after = await serve(...flags);
  const again = await openPage(after.url, 'kiosk');
  expect((await again.view()).paper).toEqual([expect.objectContaining({ number: '1', state: 'unknown' })]);
  expect(printer.jobs).toBe(1);
  again.leave();
  await after.stop();
});

test('a setting that cannot be understood stops the start with its name, its value and what is accepted', async () => {
  const data = await temporaryFolder();
  await writeFile(join(data, 'settings.json'), JSON.stringify({ zone: 'Roma' }));
  const { code, said } = await run('serve', ['--port', '0', '--data', data]);
  expect(code).toBe(1);
  expect(said).toContain('zone is "Roma", but what is accepted is: a time zone such as Europe/Rome');
});

test.each([
  [['--port', 'abc'], '--port is "abc"'],
  [['--colour', 'red'], "Unknown option '--colour'"],
])('the option %j stops the start with a sentence', async (args, sentence) => {
  const { code, said } = await run('serve', ['--data', await temporaryFolder(), ...args]);
  expect(code).toBe(1);
  expect(said).toContain(sentence);
});

test.each([
  ['usb:lp0', 'absent', '"usb:lp0" is not a printer: it begins with none of'],
  ['tcp://stampante?width=80', 'absent', 'width 80 is neither 576 nor 384'],
  ['file:///dev/no-such-printer', 'offline', 'The printer at /dev/no-such-printer cannot be used: it is not there.'],
  ['serial:///dev/no-such-port', 'offline', 'The printer at /dev/no-such-port cannot be used: it is not there.'],
])('with the printer %s the office starts, goes on without paper and says why', async (url, state, sentence) => {
  const flags = ['--port', '0', '--demo', '--clock', '2026-11-23T09:00', '--printer', url];
  const office = spawn(process.execPath, [file('serve'), ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void office.kill('SIGKILL'));
  const complained = text(office.stderr);
  const [line] = (await once(createInterface({ input: office.stdout }), 'line')) as [string];
  const address = line.replace('listening on ', '');
  const desk = await openConsole(address, 'anna');
  const kiosk = await openPage(address, 'kiosk');
  expect(await kiosk.send(walkIn)).toMatchObject({ ok: true, ticket: { number: '1' } });
  const { alerts, printer } = await desk.view((view) => view.alerts.length > 0);
  expect(printer.state).toBe(state);
  expect(alerts).toEqual([expect.objectContaining({ about: state, problem: expect.stringContaining(sentence) })]);
  desk.leave();
  kiosk.leave();
  office.kill();
  expect((await complained).split('\n')).toContain(printer.problem);
});

test('a second office on the same folder, or on the same port, is refused in words', async () => {
  const data = await temporaryFolder();
  const first = await serve('--data', data);
  const sameFolder = await run('serve', ['--port', '0', '--data', data]);
  expect(sameFolder).toMatchObject({ code: 1, said: expect.stringContaining(data) });
  const { port } = new URL(first.url);
  const samePort = await run('serve', ['--port', port, '--data', await temporaryFolder()]);
  expect(samePort.code).toBe(1);
  expect(samePort.said).toContain(`port ${port}`);
  await first.stop();
});

test('an operator who is added while the office runs can sign in at once', async () => {
  const data = await temporaryFolder();
  const office = await serve('--data', data);
  await expect(signIn(office.url, 'Chiara', 'sette nani')).rejects.toThrow('401');
  const added = await run('operator', ['add', 'Chiara', '--coordinator', '--data', data], 'sette nani\n');
  expect(added).toMatchObject({ code: 0, said: expect.stringContaining('Chiara can sign in as a coordinator.') });
  expect(await signIn(office.url, 'Chiara', 'sette nani')).toMatch(/^sportello=/);
  await office.stop();
});

test.each([
  [[], '', 'npm run operator -- add NAME'],
  [['add', 'printer'], 'secret\n', 'the program’s own'],
  [['add', 'Chiara'], 'abc\n', 'from 4 to 200 characters'],
  [['add', 'Chiara'], '', 'from 4 to 200 characters'],
])('making an operator with %j and the secret "%s" is refused with a sentence', async (args, secret, sentence) => {
  const { code, said } = await run('operator', [...args, '--data', await temporaryFolder()], secret);
  expect(code).toBe(1);
  expect(said).toContain(sentence);
});

test('with arrivals the desk lives by itself: people come, are called and are served', async () => {
  const office = await serve('--demo', '--clock', '2026-11-23T09:00@600', '--arrivals', '120');
  const display = await openPage(office.url, 'display');
  const { calls } = await display.view((view) => view.calls.length >= 3);
  expect(new Set(calls.map((call) => call.number)).size).toBe(calls.length);
  expect((await display.view()).clock).toBe('simulated');
  display.leave();
  await office.stop();
});

test('where another program has the usual port the office takes a free one and says so, unless one was named', async () => {
  const other = createServer().listen(4710, '127.0.0.1');
  onTestFinished(() => void other.close());
  // taken it is in any case, by us or by somebody else
  await Promise.race([once(other, 'listening'), once(other, 'error')]);
  const data = await temporaryFolder();
  const flags = ['--demo', '--data', data];
  const office = spawn(process.execPath, [file('serve'), ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void office.kill('SIGKILL'));
  const complained = text(office.stderr);
  const [line] = (await once(createInterface({ input: office.stdout }), 'line')) as [string];
  const { port } = new URL(line.replace('listening on ', ''));
  expect(port).not.toBe('4710');
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);

  const named = await run('serve', ['--demo', '--port', '4710']);
  expect(named).toMatchObject({
    code: 1,
    said: expect.stringContaining('Another program already listens on port 4710'),
  });
  const again = await run('serve', flags);
  expect(again).toMatchObject({ code: 1, said: expect.stringContaining(`The folder ${data} is in use by process`) });
  office.kill();
  expect(await complained).toContain(`Another program has port 4710: the office is on port ${port} for now.`);
});

test('an office that is told to stop in the middle of a slip ends in order, whoever is still connected', async () => {
  const printer = await startTcpPrinter('prints');
  onTestFinished(() => printer.switchOff());
  const office = await serve(
    '--data',
    await temporaryFolder(),
    '--clock',
    '2026-11-23T09:00',
    '--printer',
    printer.url,
  );
  const kiosk = await openPage(office.url, 'kiosk');
  const { port } = new URL(office.url);
  const halfAsked = connect(Number(port), '127.0.0.1').on('error', () => {});
  halfAsked.write('GET /kiosk HTTP/1.1\r\nHost: 127.0.0.1\r\n');
  const deaf = connect(Number(port), '127.0.0.1').on('error', () => {});
  deaf.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\n` +
      'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  await once(deaf, 'data');
  deaf.pause();
  onTestFinished(() => void [halfAsked, deaf].map((socket) => socket.destroy()));
  const job = new Promise<void>((resolve) => (printer.onJob = resolve));
  await kiosk.send(walkIn);
  await job;
  await office.stop();
  expect(office.process.exitCode).toBe(0);
  await vi.waitFor(() => expect(printer.papers).toHaveLength(1));
  kiosk.leave();
});

test('a second signal ends the office at once, and nothing that was answered is lost', async () => {
  const printer = await startTcpPrinter('never-confirms');
  onTestFinished(() => printer.switchOff());
  const flags = ['--data', await temporaryFolder(), '--clock', '2026-11-23T09:00', '--printer', printer.url];
  const office = await serve(...flags);
  const kiosk = await openPage(office.url, 'kiosk');
  await kiosk.send(walkIn);
  await vi.waitFor(() => expect(printer.jobs).toBe(1), { timeout: 10_000 });
  kiosk.leave();
  const exited = once(office.process, 'exit');
  const telling = setInterval(() => office.process.kill('SIGTERM'), 100);
  const [code] = (await exited) as [number];
  clearInterval(telling);
  expect(code).toBe(128 + constants.signals.SIGTERM);

  const after = await serve(...flags);
  const again = await openPage(after.url, 'kiosk');
  expect((await again.view()).paper).toEqual([expect.objectContaining({ number: '1', state: 'unknown' })]);
  again.leave();
  await after.stop();
});
