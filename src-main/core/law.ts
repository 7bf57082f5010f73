// SPDX-License-Identifier: EUPL-1.2
/** The settings that the law needs. */

export interface Law {
  /** `series` is the letter before the number, '' for none; a service that `goesFirst` is one with an appointment. */
  services: readonly { id: string; series: string; goesFirst?: boolean | undefined }[];
  /** A counter without `services` receives for all of them. */
  counters: readonly { id: string; services?: readonly string[] | undefined }[];
  categories: readonly string[];
  referrals: readonly string[];
  /** How many in a row may go ahead of an older ticket before that one is called. */
  aheadInARow: number;
  ticketsPerDay?: number | undefined;
  /** How many minutes a visit lasts as a rule, until the day itself shows it. */
  visitMinutes: number;
}
