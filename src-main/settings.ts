// SPDX-License-Identifier: EUPL-1.2
/** All that belongs to one office and not to the program: validated, with a sentence for every key. */
import { z } from 'zod';
import type { Law } from './core/law.ts';
import type { Faces, Labels } from './core/views.ts';

const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:00');
const date = z.iso.date('a date such as 2026-12-24');
const id = z.string().regex(/^[a-z0-9-]{1,40}$/, 'up to 40 small letters, digits and hyphens');
const text = z.string().trim().min(1, 'a text that is not empty').max(200, 'at most 200 characters');
const window = { from: localTime.describe('When it begins.'), to: localTime.describe('When it ends.') };
const inOrder = ({ from, to }: { from: string; to: string }) => from < to;

function unique<T>(key: (item: T) => string, what: string) {
  return [(items: readonly T[]) => new Set(items.map(key)).size === items.length, `no ${what} twice`] as const;
}

const labelled = z.strictObject({
  id: id.describe('The name that the journal keeps; never change it once it was used.'),
  label: text.describe('What people read.'),
});

const service = labelled.extend({
  series: z
    .string()
    .regex(/^[A-Z]?$/, 'one capital letter, or nothing')
    .default('')
    .describe('The letter before its numbers; it must not say what the visit is about.'),
  goesFirst: z.boolean().default(false).describe('Whether its tickets go ahead, as those of an appointment do.'),
});

const counter = labelled.extend({
  services: z.array(id).min(1).optional().describe('The services it receives for; all of them when left out.'),
});

const corsico = {
  name: 'Segretariato sociale',
  body: 'Comune di Corsico',
  address: 'via Dante Alighieri 11, Corsico',
  telephone: '331 2331322',
  telephoneHours: [
    { weekday: 1, from: '11:30', to: '13:00' },
    { weekday: 2, from: '16:00', to: '17:30' },
    { weekday: 3, from: '11:30', to: '13:00' },
    { weekday: 4, from: '16:00', to: '17:30' },
  ],
};

const weekday = z
  .int()
  .min(1, 'a whole number from 1 (Monday) to 7 (Sunday)')
  .max(7, 'a whole number from 1 (Monday) to 7 (Sunday)');
const weekly = z
  .strictObject({ weekday: weekday.describe('1 is Monday, 7 Sunday.'), ...window })
  .refine(inOrder, 'a time to that is later than from');

const inches = z
  .number()
  .min(7, 'from 7 to 120 inches')
  .max(120, 'from 7 to 120 inches')
  .describe('The diagonal of the screen.');
const loudness = z.int('a whole number').min(0, 'from 0 to 100').max(100, 'from 0 to 100');

const settingsSchema = z.strictObject({
  office: z
    .strictObject({
      name: text.describe('The service as citizens know it.'),
      body: text.describe('The body that it belongs to.'),
      address: text.describe('Where it is.'),
      telephone: text.describe('The number for appointments.'),
      telephoneHours: z.array(weekly).describe('When the telephone is answered.'),
    })
    .default(corsico)
    .describe('Who receives, and how one reaches them.'),
  zone: z
    .string()
    .refine(isTimeZone, 'a time zone such as Europe/Rome')
    .default('Europe/Rome')
    .describe('The time zone of the office, whatever the machine’s is.'),
  weekly: z
    .array(weekly)
    .default([{ weekday: 1, from: '09:00', to: '11:00' }])
    .describe('When the doors are open every week.'),
  closures: z
    .array(
      z
        .strictObject({
          from: date.describe('The first day.'),
          to: date.describe('The last day.'),
          reason: text.describe('What citizens are told.'),
        })
        .refine(({ from, to }) => from <= to, 'a day to that is not before from'),
    )
    .default([])
    .describe('Extraordinary closures, whole days.'),
  openings: z
    .array(
      z
        .strictObject({ date: date.describe('The day.'), ...window })
        .refine(inOrder, 'a time to that is later than from'),
    )
    .default([])
    .describe('Extraordinary openings: on such a day only these hours hold, even on a holiday.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'two capital letters such as IT')
    .default('IT')
    .describe('Whose public holidays are kept (ISO 3166).'),
  patronDay: z
    .strictObject({
      name: text.describe('What citizens are told.'),
      rule: text.describe('When it is, such as "monday after 3rd sunday in September" or "12-07".'),
      confirmed: z.boolean().describe('Whether the administration has confirmed it; until then the start says so.'),
    })
    .nullable()
    .default({ name: 'Festa patronale', rule: 'monday after 3rd sunday in September', confirmed: false })
    .describe('The day of the patron saint, or null.'),
  issuingMinutesBefore: z
    .int('a whole number of minutes')
    .min(0, 'from 0 to 240 minutes')
    .max(240, 'from 0 to 240 minutes')
    .default(15)
    .describe('How many minutes before the doors open tickets are issued.'),
  ticketsPerDay: z
    .int('a whole number of tickets, or null')
    .min(1, 'at least 1 ticket, or null')
    .nullable()
    .default(null)
    .describe('How many tickets are issued on a day at most; null for no limit.'),
  aheadInARow: z
    .int('a whole number')
    .min(1, 'from 1 to 20')
    .max(20, 'from 1 to 20')
    .default(2)
    .describe('How many in a row may go ahead of an older ticket before that one is called.'),
  visitMinutes: z
    .number()
    .min(1, 'from 1 to 120 minutes')
    .max(120, 'from 1 to 120 minutes')
    .default(8)
    .describe('How many minutes a visit lasts as a rule; told waits lean on it until five visits are over.'),
  publicAddress: z
    .url({ protocol: /^https$/, error: 'an address such as https://numeri.example.it, or null' })
    .max(120, 'at most 120 characters')
    .nullable()
    .default(null)
    .describe('The address under which a ticket’s own page is found, for a code on the ticket; null for no code.'),
  services: z
    .array(service)
    .min(1, 'at least one service')
    .refine(...unique<{ id: string }>((s) => s.id, 'id'))
    .refine(...unique<{ series: string }>((s) => s.series, 'series'))
    .default([
      { id: 'walk-in', label: 'senza appuntamento', series: '', goesFirst: false },
      { id: 'appointment', label: 'con appuntamento', series: 'P', goesFirst: true },
    ])
    .describe('What a citizen may take a ticket for.'),
  counters: z
    .array(counter)
    .min(1, 'at least one counter')
    .refine(...unique<{ id: string }>((c) => c.id, 'id'))
    .default(['1', '2', '3'].map((id) => ({ id, label: `Sportello ${id}` })))
    .describe('Where citizens are received.'),
  categories: z
    .array(labelled)
    .min(1, 'at least one category')
    .max(9, 'at most 9 categories, one for each number key')
    .refine(...unique<{ id: string }>((c) => c.id, 'id'))
    .default([
      { id: 'information', label: 'Informazione e orientamento' },
      { id: 'listening', label: 'Accoglienza e ascolto' },
      { id: 'needs-analysis', label: 'Decodifica della domanda e analisi del bisogno' },
      { id: 'short-support', label: 'Percorso breve di sostegno' },
      { id: 'referral', label: 'Accompagnamento e invio a servizi specialistici' },
    ])
    .describe('What a visit can turn out to be about.'),
  referrals: z
    .array(labelled)
    .max(9, 'at most 9 places, one for each number key')
    .refine(...unique<{ id: string }>((r) => r.id, 'id'))
    .default([
      { id: 'social-service', label: 'Servizio sociale professionale' },
      { id: 'family-clinic', label: 'Consultorio familiare' },
      { id: 'health-service', label: 'Servizi sanitari' },
      { id: 'employment', label: 'Centro per l’impiego' },
      { id: 'other', label: 'Altro servizio' },
    ])
    .describe('Where the desk accompanies people to.'),
  kiosk: z
    .strictObject({
      inches,
      distanceMm: z
        .int('a whole number of millimetres')
        .min(300, 'from 300 to 1500 mm')
        .max(1500, 'from 300 to 1500 mm')
        .describe('How far from the screen one stands.'),
      lowerEdgeMm: z
        .int('a whole number of millimetres')
        .min(0, 'from 0 to 1500 mm')
        .max(1500, 'from 0 to 1500 mm')
        .describe('How high above the floor the lower edge of what the screen shows is.'),
    })
    .default({ inches: 24, distanceMm: 600, lowerEdgeMm: 750 })
    .describe('The kiosk’s screen, from which the sizes of letters and of what is touched are computed.'),
  wall: z
    .strictObject({
      inches,
      distanceMm: z
        .int('a whole number of millimetres')
        .min(1000, 'from 1000 to 20000 mm')
        .max(20000, 'from 1000 to 20000 mm')
        .describe('How far from the screen the last one sits.'),
    })
    .default({ inches: 43, distanceMm: 5000 })
    .describe('The wall display, from which the size of the called number is computed.'),
  sound: z
    .strictObject({
      chime: loudness.describe('How loud the chime of a call is; 0 for none.'),
      voice: loudness.describe('How loud the voice of a call is; 0 for none.'),
    })
    .default({ chime: 60, voice: 90 })
    .describe('What is heard at a call.'),
  localName: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/, 'up to 40 small letters, digits and hyphens, or null')
    .nullable()
    .default('sportello')
    .describe('The name under which other machines find the office (sportello.local); null for none.'),
  slides: z
    .array(
      z.strictObject({
        title: text.describe('A few words.'),
        text: text.describe('One or two plain sentences.'),
      }),
    )
    .max(5, 'at most 5 slides')
    .default([
      { title: 'Ascolto', text: 'Ci racconti di che cosa ha bisogno: la ascoltiamo, in riservatezza.' },
      { title: 'Informazioni', text: 'La informiamo su servizi, aiuti e diritti, e su come chiederli.' },
      { title: 'Accompagnamento', text: 'Se serve un altro servizio, le diciamo quale e la aiutiamo ad arrivarci.' },
    ])
    .describe('What the wall tells of the desk while nobody is called.'),
  keepDays: z
    .int('a whole number of days')
    .min(1, 'from 1 to 3650 days')
    .max(3650, 'from 1 to 3650 days')
    .default(30)
    .describe('After how many days a day’s journal is deleted; its summary, which holds no ticket, stays.'),
  idleMinutes: z
    .int('a whole number of minutes')
    .min(5, 'from 5 to 720 minutes')
    .max(720, 'from 5 to 720 minutes')
    .default(120)
    .describe('After how many minutes without a command an operator is signed out.'),
});

export type Settings = z.infer<typeof settingsSchema>;

/** @throws Error with a sentence for every setting that cannot be understood: its name, its value, what is accepted */
export function parseSettings(raw: unknown): Settings {
  const parsed = settingsSchema.safeParse(raw);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => complaint(issue, raw)).join('\n'));
  const known = new Set(parsed.data.services.map((s) => s.id));
  for (const { id: name, services } of parsed.data.counters) {
    const unknown = services?.find((s) => !known.has(s));
    if (unknown)
      throw new Error(
        `The counter ${name} names the service "${unknown}", but the services are ${[...known].join(', ')}.`,
      );
  }
  return parsed.data;
}

/** What the law of the office takes from the settings. */
export function lawOf(settings: Settings): Law {
  const { categories, referrals, ticketsPerDay } = settings;
  const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);
  return {
    ...settings,
    categories: ids(categories),
    referrals: ids(referrals),
    ticketsPerDay: ticketsPerDay ?? undefined,
  };
}

export function facesOf({ kiosk, wall, sound, slides }: Settings): Faces {
  return { kiosk, wall, sound, slides };
}

export function labelsOf({ services, counters, categories, referrals }: Settings): Labels {
  const byId = (things: readonly { id: string; label: string }[]) =>
    Object.fromEntries(things.map((t) => [t.id, t.label]));
  return {
    services: byId(services),
    counters: byId(counters),
    categories: byId(categories),
    referrals: byId(referrals),
  };
}

/** The settings as rows of a table: key, sentence and default, in the order of the file. */
export function settingsTable(): { key: string; sentence: string; initial: unknown }[] {
  const defaults: Record<string, unknown> = parseSettings({});
  const rows = (
    shape: Record<string, z.ZodType>,
    prefix: string,
  ): { key: string; sentence: string; initial: unknown }[] =>
    Object.entries(shape).flatMap(([key, schema]) => {
      const row = {
        key: prefix + key,
        sentence: schema.description ?? '',
        initial: prefix ? undefined : defaults[key],
      };
      return [row, ...rows(shapeWithin(schema), `${prefix}${key}${isList(schema) ? '[].' : '.'}`)];
    });
  return rows(settingsSchema.shape, '');
}

function complaint(issue: z.core.$ZodIssue, raw: unknown): string {
  const name = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  if (issue.code === 'unrecognized_keys') {
    return `The settings have no ${issue.keys.map((key) => `"${key}"`).join(' and no ')}${name && ` in ${name}`}; see docs/settings.md for those that exist.`;
  }
  const value = issue.path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown> | undefined)?.[part], raw);
  // zod's own words are for programmers; all others in this file are ours.
  const isOurs = !issue.message.startsWith('Invalid input');
  const accepted = isOurs || issue.code !== 'invalid_type' ? issue.message : `a value of type ${issue.expected}`;
  const shown = value === undefined ? 'missing' : JSON.stringify(value);
  return `The setting ${name || 'file'} is ${shown}, but what is accepted is: ${accepted}.`;
}

function within(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return within(schema.unwrap() as z.ZodType);
  }
  return schema;
}

function isList(schema: z.ZodType): boolean {
  return within(schema) instanceof z.ZodArray;
}

function shapeWithin(schema: z.ZodType): Record<string, z.ZodType> {
  const inner = within(schema);
  if (inner instanceof z.ZodArray) return shapeWithin(inner.element as z.ZodType);
  return inner instanceof z.ZodObject ? inner.shape : {};
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
