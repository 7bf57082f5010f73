// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { readOptions } from '../../src-main/options.ts';

test('without options the office listens on this machine only, on the usual port or a free one', () => {
  expect(readOptions([], {})).toEqual({
    ...{ port: undefined, host: '127.0.0.1', data: 'data', printer: undefined, clock: undefined },
    ...{ demo: false, arrivals: 0, metrics: 'here', certificate: undefined },
  });
});

test('an environment variable means the same as its option, and the option wins', () => {
  const env = {
    SPORTELLO_PORT: '4800',
    SPORTELLO_HOST: '::1',
    SPORTELLO_DATA: '/srv/a',
    SPORTELLO_PRINTER: 'virtual:',
  };
  expect(readOptions([], env)).toMatchObject({ port: 4800, host: '::1', data: '/srv/a', printer: 'virtual:' });
  expect(readOptions(['--port', '4900'], env)).toMatchObject({ port: 4900 });
});

test('a simulated clock has a start and a speed', () => {
  expect(readOptions(['--clock', '2026-11-23T09:00'], {}).clock).toEqual({ start: '2026-11-23T09:00', speed: 1 });
  expect(readOptions(['--clock', '2026-11-23T09:00@60'], {}).clock).toEqual({ start: '2026-11-23T09:00', speed: 60 });
});

test.each([
  [['--port', 'abc'], 'The option --port is "abc", but what is accepted is a whole number from 0 to 65535.'],
  [['--port', '70000'], 'The option --port is "70000", but what is accepted is a whole number from 0 to 65535.'],
  [['--arrivals', '-3'], '--arrivals'],
  [['--metrics', 'me'], 'The option --metrics is "me", but what is accepted is here or everywhere.'],
  [['--clock', '2026-02-30T09:00'], 'The option --clock is "2026-02-30T09:00", but what is accepted is a local time'],
  [['--certificate', 'a.pem'], 'The option --certificate is "a.pem", but --key is missing: they come together.'],
  [['--clock', 'nine'], 'The option --clock is "nine"'],
  [['--demo', '--host', '0.0.0.0'], 'The option --host is "0.0.0.0", but what is accepted is 127.0.0.1'],
  [['--prot', '1'], "Unknown option '--prot'. The options are --port, --host,"],
])('%j stops the start with name, value and what is accepted', (argv, sentence) => {
  expect(() => readOptions(argv, {})).toThrow(sentence);
});

test('a wrong environment variable is called by its own name', () => {
  expect(() => readOptions([], { SPORTELLO_PORT: 'x' })).toThrow('The option SPORTELLO_PORT is "x"');
});
