// SPDX-License-Identifier: EUPL-1.2
/** What a slip says: a ticket as the citizen takes it away. */
import type { Language } from '../core/ticket.ts';
import type { Office } from '../core/views.ts';

export interface Slip {
  /** The ticket's id; it is not printed. */
  ticket: string;
  number: string;
  /** What the citizen reads; the operator's words stand in Italian beneath where they are needed. */
  language: Language;
  serviceId: string;
  /** How the settings call the service. */
  service: string;
  /** ISO 8601 with the office's own offset. */
  issuedAt: string;
  /** How many are called before this one, as told when it was issued. */
  ahead: number;
  /** The expected wait, where something honest can be said of it. */
  waitMinutes?: readonly [low: number, high: number] | undefined;
  reprint: boolean;
  office: Office;
  /** Where the ticket can be found on the net; left out where the office has no such address. */
  address?: string | undefined;
}
