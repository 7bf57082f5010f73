// SPDX-License-Identifier: EUPL-1.2
/** The composition root: wires office, journal, printer, server and clock. */
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { realClock, simulatedClock } from './clock.ts';
import { withoutCredentials } from './credentials.ts';
import type { Event } from './core/event.ts';
import { livelyMonday } from './demo.ts';
import { holidaysOf } from './holidays.ts';
import { openJournal } from './journal/journal.ts';
import { lockFolder } from './journal/lock.ts';
import { openRecord } from './journal/record.ts';
import { answerTo } from './local-name.ts';
import type { Log } from './log.ts';
import { openOffice, type Clock, type Journal, type Office } from './office.ts';
import type { Options } from './options.ts';
import { openPrinter } from './printing/printer.ts';
import { retire, type Figures } from './retention.ts';
import { readCertificate } from './server/certificate.ts';
import { createDevices, devicesSchema, type Devices } from './server/devices.ts';
import { createMetrics, type Metrics } from './server/metrics.ts';
import { createOneTimeCode } from './server/one-time-code.ts';
import { newOperator, operatorsSchema, withOperator, type Operator } from './server/operators.ts';
import { listen, USUAL_PORT } from './server/server.ts';
import { createSessions, sessionsSchema, type Sessions } from './server/sessions.ts';
import { facesOf, labelsOf, lawOf, parseSettings, type Settings } from './settings.ts';
import { VERSION } from './version.ts';
import type { StartSpeaker } from './voice/speaker-process.ts';
import { openVoice } from './voice/voice.ts';

export interface Running {
  /** For this machine, `http://127.0.0.1:4710`. */
  url: string;
  /** For other machines, the best first: `http://sportello.local:4710`; none where only this one gets in. */
  network: string[];
  port: number;
  office: Office;
  /** Why the printer that is set cannot be used, a sentence for the technician. */
  problem?: string | undefined;
  /** That another program has the usual port, and which one is used instead: a sentence for the technician. */
  moved?: string | undefined;
  /** That nobody can sign in yet, and with which code the first does: a sentence for the technician. */
  first?: string | undefined;
  /** Lets what is under way end, then frees folder, port and printer. */
  close(): Promise<void>;
}

export const DEMO_SECRET = 'demo';
export const DEMO_OPERATORS = [
  { name: 'anna', coordinator: true },
  { name: 'bruno', coordinator: false },
];

/**
 * Starts an office.
 * @param pages the folder of the built pages
 * @param startSpeaker how the process that speaks is started; without it the office is silent
 * @param leave ends the program, for the coordinator at the kiosk
 * @throws Error with a sentence when an option or a setting cannot be understood, the folder is in use, a journal
 * cannot be read, or the port is taken
 */
export async function start(
  options: Options,
  pages: string,
  log: Log,
  startSpeaker?: StartSpeaker,
  leave?: () => void,
): Promise<Running> {
  const steps: (() => unknown)[] = [];
  const close = async () => {
    for (const step of steps.splice(0).reverse()) await step();
  };
  try {
    const running = await open(options, pages, log, startSpeaker, leave, (step) => steps.push(step));
    return { ...running, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  options: Options,
  pages: string,
  log: Log,
  startSpeaker: StartSpeaker | undefined,
  leave: (() => void) | undefined,
  atClose: (step: () => unknown) => void,
) {
  const onFailure = (error: unknown) => log.error(error);
  const data = await folderOf(options, atClose);
  atClose(await lockFolder(data));
  // not of a demonstration, whose folder goes with it
  if (log.keepIn && options.data !== undefined) atClose(log.keepIn(join(data, 'logs')));
  log.info({ version: VERSION, node: process.version, platform: process.platform }, 'the office starts');
  atClose(() => log.info('the office has stopped'));
  const settings = await settingsOf(data);
  if (settings.patronDay && !settings.patronDay.confirmed) {
    log.info(`the patron day (${settings.patronDay.rule}) is not yet confirmed in the settings`);
  }
  const clock = options.clock
    ? simulatedClock(settings.zone, options.clock.start, options.clock.speed)
    : realClock(settings.zone);
  const labels = labelsOf(settings);
  const place = { ...settings.office, walkInHours: settings.weekly };

  const journal = await openJournal<Event>(data, (sentence) => log.warn(sentence));
  atClose(() => journal.close());
  const printer = openPrinter(options.printer, {
    place,
    labels,
    publicAddress: settings.publicAddress,
    now: () => clock.now(),
    onFailure,
  });
  atClose(() => printer.close());

  // an office that cannot speak is an office all the same
  const voice =
    startSpeaker &&
    (await openVoice({ data, counters: labels.counters, start: startSpeaker, onFailure }).catch(
      (error: unknown) => void onFailure(error),
    ));
  atClose(() => voice?.close());

  const holiday = holidaysOf(settings.country, settings.patronDay ?? undefined);
  const metrics = createMetrics(VERSION);
  const office = await openOffice({
    journal: timed(journal, metrics),
    clock,
    printer,
    labels,
    place,
    faces: facesOf(settings),
    law: lawOf(settings),
    hours: { ...settings, holiday },
    onIssued: (ticket) => settings.sound.voice > 0 && voice?.prepare(ticket),
    onFailure,
  });
  atClose(() => office.settled());
  metrics.watch(office);
  printer.onStatus(() => {
    const { state, nearEnd } = printer.status();
    log.info({ state, nearEnd }, 'the printer is in another state');
    office.refresh();
  });
  atClose(eachMinute(clock, () => office.refresh()));
  atClose(
    eachDay(office, (day) => {
      retire(journal, day, settings.keepDays, summariesIn(data)).catch(onFailure);
    }),
  );

  const operators = operatorsOf(data, options.demo);
  const isAwaited = async () => (await operators.all()).length === 0;
  const isFirst = !options.demo && (await isAwaited());
  const firstCode = createOneTimeCode<void>(Infinity);
  const firstCoordinator = isFirst
    ? { code: firstCode.make(), takeCode: firstCode.take, isAwaited, add: operators.add }
    : undefined;
  if (isFirst) log.warn('nobody can sign in at a console yet');
  const sessions = await sessionsOf(data, settings);
  const devices = await devicesOf(data);
  const { metrics: audience, certificate } = options;
  const { roll } = printer;
  const localName = settings.localName ? `${settings.localName}.local` : undefined;
  const doors = await listen(
    {
      ...{ office, pages, log, roll, voice, operators: operators.all, firstCoordinator, sessions, devices },
      ...{ metrics, audience, leave, localName },
      readCertificate: certificate && (() => readCertificate(certificate)),
    },
    options.host,
    options.port,
  );
  atClose(() => doors.close());
  const network = doors.network();
  if (localName && network.length > 0) atClose(answerTo(localName, log));
  if (options.arrivals > 0) atClose(livelyMonday(office, clock, settings, options.arrivals));
  const { here: url, port } = doors;
  await noteStart(data, url, options).catch(onFailure);
  atClose(() => log.info('the office stops'));
  const moved = options.port === undefined && port !== USUAL_PORT ? movedTo(port) : undefined;
  if (moved) log.info(moved);
  const first = firstCoordinator && firstBy(firstCoordinator.code, network[0] ?? url);
  return { url, network, port, office, problem: printer.status().problem, moved, first };
}

/** For whoever looks for a fault later: how the office was started last. */
async function noteStart(data: string, url: string, { printer = '', clock, demo }: Options): Promise<void> {
  const when = { at: new Date().toISOString(), version: VERSION, process: process.pid };
  const note = { ...when, url, printer: withoutCredentials(printer), clock, demo };
  await writeFile(join(data, 'last-start.json'), `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 });
}

function movedTo(port: number): string {
  return `Another program has port ${USUAL_PORT}: the office is on port ${port} for now.`;
}

function firstBy(code: string, url: string): string {
  return `Nobody can sign in yet: open ${url}/console and become the first coordinator with the code ${code}.`;
}

/** The journal, with every append told to the metrics. */
function timed(journal: Journal, metrics: Metrics): Journal {
  return {
    ...journal,
    async append(day, expectedRevision, events) {
      const before = performance.now();
      await journal.append(day, expectedRevision, events);
      metrics.appended(events, (performance.now() - before) / 1000);
    },
  };
}

async function folderOf(options: Options, atClose: (step: () => unknown) => void): Promise<string> {
  if (options.data !== undefined) {
    await mkdir(options.data, { recursive: true });
    return resolve(options.data);
  }
  const folder = await mkdtemp(join(tmpdir(), 'sportello-'));
  atClose(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The settings of the folder, written back whole, so that the file always shows every key there is to change. */
async function settingsOf(data: string): Promise<Settings> {
  const record = await openRecord(join(data, 'settings.json'), { initial: parseSettings({}), parse: parseSettings });
  await record.write(record.read());
  return record.read();
}

/** Read again whenever they are asked for, since operators can be added while the office runs. */
function operatorsOf(data: string, demo: boolean) {
  let ready: Promise<Operator[]> | undefined;
  const parse = (raw: unknown) => operatorsSchema.parse(raw);
  const kept = () => openRecord<Operator[]>(join(data, 'operators.json'), { initial: [], parse });
  return {
    async all() {
      if (demo) ready ??= Promise.all(DEMO_OPERATORS.map((o) => newOperator(o.name, DEMO_SECRET, o.coordinator)));
      return [...((await ready) ?? []), ...(await kept()).read()];
    },
    async add(operator: Operator) {
      const record = await kept();
      await record.write(withOperator(record.read(), operator));
    },
  };
}

async function devicesOf(data: string): Promise<Devices> {
  const parse = (raw: unknown) => devicesSchema.parse(raw);
  return createDevices(await openRecord(join(data, 'devices.json'), { initial: {}, parse }));
}

async function sessionsOf(data: string, { idleMinutes }: Settings): Promise<Sessions> {
  const parse = (raw: unknown) => sessionsSchema.parse(raw);
  return createSessions(await openRecord(join(data, 'sessions.json'), { initial: {}, parse }), idleMinutes);
}

function summariesIn(data: string) {
  return async (day: string, figures: Figures) => {
    const folder = join(data, 'summaries');
    await mkdir(folder, { recursive: true });
    const record = await openRecord(join(folder, `${day}.json`), { initial: figures, parse: (raw) => raw as Figures });
    await record.write(figures);
  };
}

/** Calls when the office's clock shows another minute; looks once a second, which a simulated clock may outrun. */
function eachMinute(clock: Clock, call: () => void): () => void {
  let minute = '';
  const timer = setInterval(() => {
    const now = clock.now().slice(0, 16);
    if (now !== minute) call();
    minute = now;
  }, 1000);
  return () => clearInterval(timer);
}

/** Calls with the day now, and again when the office has turned to another. */
function eachDay(office: Office, call: (day: string) => void): () => void {
  let day = '';
  const look = () => {
    if (office.day !== day) call(office.day);
    day = office.day;
  };
  office.onPublish(look);
  const first = setTimeout(look, 5000);
  return () => clearTimeout(first);
}
