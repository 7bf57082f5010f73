// SPDX-License-Identifier: EUPL-1.2
/** What a technician may watch from afar, in Prometheus' text format: figures of the office, nothing of a citizen. */
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { PrinterState, Refusal } from '../contract.ts';
import type { Event } from '../core/event.ts';
import type { Office } from '../office.ts';
import { isFromHere } from './here.ts';

export interface Metrics {
  /** Looks at the office whenever somebody asks. */
  watch(office: Office): void;
  /** @param seconds how long it took until the events were durable */
  appended(events: readonly Event[], seconds: number): void;
  refused(refusal: Refusal): void;
  text(): Promise<string>;
}

const PRINTER_STATES = ['ready', 'paper-end', 'cover-open', 'cutter', 'error', 'offline', 'absent'] as const;
const OUTCOMES = ['printed', 'not-sent', 'unknown'] as const;
const APPEND_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

export function createMetrics(version: string): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const labels = { version, node: process.versions.node, electron: process.versions['electron'] ?? '' };
  new Gauge({
    ...{ name: 'sportello_build_info', help: 'The program, always 1.', registers },
    labelNames: Object.keys(labels) as (keyof typeof labels)[],
  }).set(labels, 1);
  const slips = new Counter({
    ...{ name: 'sportello_slips_total', help: 'Slips by what became of them, since the start.', registers },
    labelNames: ['outcome'],
  });
  for (const outcome of OUTCOMES) slips.inc({ outcome }, 0);
  const refusals = new Counter({
    ...{ name: 'sportello_refusals_total', help: 'Commands refused by kind, since the start.', registers },
    labelNames: ['refusal'],
  });
  const append = new Histogram({
    name: 'sportello_journal_append_duration_seconds',
    help: 'From an append to the journal until it is durable.',
    ...{ buckets: APPEND_SECONDS, registers },
  });

  return {
    watch(office) {
      const now = () => office.view('console');
      const gauge = (name: string, help: string, read: () => number) =>
        new Gauge({ name: `sportello_${name}`, help, registers, collect: set(read) });
      gauge('healthy', 'Whether the last write to the journal succeeded.', () => Number(office.healthy));
      gauge('office_revision', 'How many events today has.', () => office.revision);
      gauge('tickets_issued_today', 'Tickets issued today.', () => now().today.issued);
      gauge('tickets_served_today', 'Tickets served today.', () => now().today.served);
      gauge('tickets_no_show_today', 'Tickets called today whose citizen did not come.', () => now().today.noShow);
      gauge('tickets_waiting', 'Tickets that wait now.', () => now().today.waiting);
      gauge('counters_open', 'Counters where an operator receives.', () => now().counters.filter(isOpen).length);
      gauge('displays_connected', 'Screens on the wall.', () => now().displays.connected);
      gauge('displays_mute', 'Screens on the wall whose sound does not work.', () => now().displays.mute);
      gauge('printer_paper_near_end', 'Whether the roll will soon be at its end.', () => Number(now().printer.nearEnd));
      new Gauge({
        ...{ name: 'sportello_printer_state', help: '1 for the state that the printer is in.', registers },
        labelNames: ['state'],
        collect() {
          const { state } = now().printer;
          for (const known of PRINTER_STATES satisfies readonly PrinterState[]) {
            this.set({ state: known }, Number(known === state));
          }
        },
      });
    },
    appended(events, seconds) {
      append.observe(seconds);
      for (const event of events) {
        const outcome = event.type === 'PaperRecorded' && OUTCOMES.find((known) => known === event.paper);
        if (outcome) slips.inc({ outcome });
      }
    },
    refused: (refusal) => refusals.inc({ refusal }),
    text: () => registry.metrics(),
  };
}

/** @param audience `here` for none but this machine */
export function metricsRoute(app: FastifyInstance, metrics: Metrics, audience: 'here' | 'everywhere'): void {
  app.get('/metrics', async (request, reply) => {
    if (audience === 'here' && !isFromHere(request.ip, request.headers)) return reply.code(403).send();
    return reply.type(Registry.PROMETHEUS_CONTENT_TYPE).send(await metrics.text());
  });
}

function isOpen({ operator }: { operator?: string }): boolean {
  return operator !== undefined;
}

function set(read: () => number) {
  return function (this: Gauge) {
    this.set(read());
  };
}
