// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { guardConsole, guardKiosk } from '../../../src-main/server/guards.ts';

const id = randomUUID();
const issue = { id, type: 'IssueTicket', service: 'walk-in', language: 'it' };

test('what a kiosk may send comes through as it was sent', () => {
  expect(guardKiosk(issue)).toEqual({ command: issue });
  expect(guardConsole({ ...issue, priority: true })).toEqual({ command: { ...issue, priority: true } });
});

test('what only a console may send is forbidden to a kiosk', () => {
  expect(guardKiosk({ id, type: 'CallNext', counter: '1' })).toEqual({
    ...{ refusal: 'forbidden', message: 'A kiosk cannot send the command CallNext.' },
  });
});

test.each([
  ['an unknown command', { id, type: 'GiveMeAll' }, 'There is no command of the type "GiveMeAll".'],
  ['the command of the printer', { id, type: 'RecordPaper', ticket: 'x', paper: 'printed' }, 'There is no command'],
  ['a missing field', { id, type: 'IssueTicket', language: 'it' }, 'The field service of the command "IssueTicket" is'],
  ['a field too many', { ...issue, name: 'Rossi' }, 'The command "IssueTicket" has no field name.'],
  ['a wrong type', { ...issue, service: 7 }, 'The field service of the command "IssueTicket" is wrong'],
  ['an unknown language', { ...issue, language: 'tlh' }, 'The field language of the command "IssueTicket" is wrong'],
  ['an over-long string', { ...issue, service: 'x'.repeat(61) }, 'The field service of the command "IssueTicket" is'],
  ['an id that is no UUID', { ...issue, id: '1' }, 'The field id of the command "IssueTicket" is wrong: a UUID.'],
  ['no type', { id }, 'There is no command of the type undefined.'],
  ['a text', 'IssueTicket', 'A command is an object with an id and a type.'],
  ['a list', [issue], 'A command is an object with an id and a type.'],
  ['nothing', null, 'A command is an object with an id and a type.'],
])('%s is refused as invalid, with a sentence', (_, raw, sentence) => {
  const guarded = guardConsole(raw);
  expect(guarded).toMatchObject({ refusal: 'invalid' });
  expect('message' in guarded && guarded.message).toContain(sentence);
});
