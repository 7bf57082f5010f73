// SPDX-License-Identifier: EUPL-1.2
/** What a page may send, checked before anything else sees it: the unknown is refused, not ignored. */
import { z } from 'zod';
import type { ConsoleCommand, KioskCommand, Language } from '../contract.ts';

const id = z.uuid('a UUID');
const name = z.string().min(1).max(60);
const language = z.enum(['it', 'en', 'ar', 'es', 'ro', 'fr', 'uk', 'zh'] satisfies Language[]);

const issueTicket = z.strictObject({
  id,
  type: z.literal('IssueTicket'),
  service: name,
  language,
  priority: z.boolean().optional(),
});

const about = <T extends string>(...types: T[]) => z.strictObject({ id, type: z.literal(types), ticket: name });
const at = <T extends string>(...types: T[]) => z.strictObject({ id, type: z.literal(types), counter: name });
const bare = <T extends string>(...types: T[]) => z.strictObject({ id, type: z.literal(types) });

const kioskCommand = z.discriminatedUnion('type', [issueTicket]);

const consoleCommand = z.discriminatedUnion('type', [
  issueTicket,
  at('OpenCounter', 'CloseCounter'),
  at('CallNext'),
  z.strictObject({ id, type: z.literal('CallTicket'), ticket: name, counter: name }),
  about('Recall', 'StartServing', 'MarkNoShow', 'Park', 'Requeue', 'CancelTicket', 'Undo', 'Reprint'),
  z.strictObject({
    id,
    type: z.literal('FinishServing'),
    ticket: name,
    category: name,
    also: z.array(name).max(9).optional(),
    referredTo: name.optional(),
  }),
  z.strictObject({
    id,
    type: z.literal('Transfer'),
    ticket: name,
    service: name.optional(),
    counter: name.optional(),
  }),
  bare('PauseIssuing', 'ResumeIssuing', 'CloseDay'),
  z.strictObject({ id, type: z.literal('PostNotice'), text: z.string().trim().max(200) }),
]);

const consoleTypes: ReadonlySet<unknown> = new Set(
  consoleCommand.options.flatMap((option) => [...option.shape.type.values]),
);

export type Guarded<C> = { command: C } | { refusal: 'invalid' | 'forbidden'; message: string };

/** Lets through what a kiosk may send; what only a console may send is `forbidden`. */
export function guardKiosk(raw: unknown): Guarded<KioskCommand> {
  const type = typeOf(raw);
  if (type !== 'IssueTicket' && consoleTypes.has(type)) {
    return { refusal: 'forbidden', message: `A kiosk cannot send the command ${String(type)}.` };
  }
  return guard(kioskCommand, raw);
}

export function guardConsole(raw: unknown): Guarded<ConsoleCommand> {
  return guard(consoleCommand, raw);
}

function guard<C>(schema: z.ZodType<C>, raw: unknown): Guarded<C> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { command: parsed.data };
  return { refusal: 'invalid', message: complaint(raw, parsed.error.issues[0]!) };
}

function complaint(raw: unknown, issue: z.core.$ZodIssue): string {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return 'A command is an object with an id and a type.';
  if (issue.code === 'invalid_union') return `There is no command of the type ${shown(typeOf(raw))}.`;
  if (issue.code === 'unrecognized_keys')
    return `The command ${shown(typeOf(raw))} has no field ${issue.keys.join(', ')}.`;
  return `The field ${issue.path.join('.')} of the command ${shown(typeOf(raw))} is wrong: ${issue.message}.`;
}

function typeOf(raw: unknown): unknown {
  return typeof raw === 'object' && raw !== null && 'type' in raw ? raw.type : undefined;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').slice(0, 40);
}
