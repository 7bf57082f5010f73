// SPDX-License-Identifier: EUPL-1.2
/** What a slip says: a ticket as the citizen takes it away. */
import type { Office } from '../core/views.ts';

export interface Slip {
  /** The ticket's id; it is not printed. */
  ticket: string;
  number: string;
  /** How the settings call the service. */
  service: string;
  /** ISO 8601 with the office's own offset. */
  issuedAt: string;
  /** How many are called before this one, as told when it was issued. */
  ahead: number;
  reprint: boolean;
  office: Office;
}
