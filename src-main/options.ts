// SPDX-License-Identifier: EUPL-1.2
/** The command line's options and the environment variables that mean the same. */
import { parseArgs } from 'node:util';

export interface Options {
  /** Undefined for the usual one, or another where that is taken. */
  port: number | undefined;
  host: string;
  /** The office's folder; undefined for one that lasts as long as the demonstration. */
  data: string | undefined;
  /** The printer's address, undefined for none. */
  printer: string | undefined;
  /** A simulated clock: local time of the office and speed. */
  clock: { start: string; speed: number } | undefined;
  /** Ready-made operators. */
  demo: boolean;
  /** Citizens an hour who arrive by themselves, 0 for none. */
  arrivals: number;
  /** Who may read the metrics: this machine, or whoever reaches the port. */
  metrics: (typeof AUDIENCES)[number];
  /** Files in PEM: with them other machines are spoken to over HTTPS. */
  certificate: { certificate: string; key: string } | undefined;
}

const AUDIENCES = ['here', 'everywhere'] as const;

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  printer: { type: 'string' },
  clock: { type: 'string' },
  demo: { type: 'boolean' },
  arrivals: { type: 'string' },
  metrics: { type: 'string' },
  certificate: { type: 'string' },
  key: { type: 'string' },
} as const;

/** An option by the name under which it was given, with what it says. */
interface Given {
  name: string;
  text: string | undefined;
}

/** @throws Error with a sentence: the option's name, its value and what is accepted */
export function readOptions(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Options {
  const given = parse(argv);
  const value = (name: 'port' | 'host' | 'data' | 'printer' | 'metrics' | 'certificate' | 'key') => {
    const variable = `SPORTELLO_${name.toUpperCase()}`;
    return given[name] !== undefined
      ? { name: `--${name}`, text: given[name] }
      : { name: variable, text: env[variable] || undefined };
  };
  const demo = given.demo ?? false;
  const host = value('host');
  if (demo && host.text !== undefined && !['127.0.0.1', 'localhost', '::1'].includes(host.text)) {
    throw complaint(
      host.name,
      host.text,
      '127.0.0.1, localhost or ::1, since a demonstration’s secrets are known to everybody',
    );
  }
  return {
    port: numberFrom(value('port'), undefined, 0, 65535),
    host: host.text ?? '127.0.0.1',
    data: value('data').text ?? (demo ? undefined : 'data'),
    printer: value('printer').text,
    clock: given.clock === undefined ? undefined : clockFrom(given.clock),
    demo,
    arrivals: numberFrom({ name: '--arrivals', text: given.arrivals }, 0, 0, 1000),
    metrics: audienceFrom(value('metrics')),
    certificate: certificateFrom(value('certificate'), value('key')),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: FLAGS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const known = Object.keys(FLAGS).map((name) => `--${name}`);
    throw new Error(`${(error as Error).message.split('. ')[0]}. The options are ${known.join(', ')}.`, {
      cause: error,
    });
  }
}

function numberFrom<T>({ name, text }: Given, initial: T, low: number, high: number): number | T {
  if (text === undefined) return initial;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= low && value <= high) return value;
  throw complaint(name, text, `a whole number from ${low} to ${high}`);
}

function audienceFrom({ name, text = 'here' }: Given): Options['metrics'] {
  const audience = AUDIENCES.find((known) => known === text);
  if (audience) return audience;
  throw complaint(name, text, AUDIENCES.join(' or '));
}

function certificateFrom(certificate: Given, key: Given): Options['certificate'] {
  if (certificate.text === undefined && key.text === undefined) return undefined;
  if (certificate.text !== undefined && key.text !== undefined) return { certificate: certificate.text, key: key.text };
  const [given, missing] = key.text === undefined ? [certificate, '--key'] : [key, '--certificate'];
  throw new Error(`The option ${given.name} is "${given.text}", but ${missing} is missing: they come together.`);
}

function clockFrom(text: string): { start: string; speed: number } {
  const [, start, speed = '1'] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(?:@(\d+(?:\.\d+)?))?$/.exec(text) ?? [];
  const isTime =
    start !== undefined &&
    !Number.isNaN(Date.parse(`${start}Z`)) &&
    new Date(`${start}Z`).toISOString().startsWith(start);
  if (isTime && Number(speed) <= 3600) return { start, speed: Number(speed) };
  throw complaint(
    '--clock',
    text,
    'a local time such as 2026-11-23T09:00, or 2026-11-23T09:00@60 for a minute each second (speed up to 3600)',
  );
}

function complaint(name: string, value: string, accepted: string): Error {
  return new Error(`The option ${name} is "${value}", but what is accepted is ${accepted}.`);
}
