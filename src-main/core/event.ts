// SPDX-License-Identifier: EUPL-1.2
/** What has happened, as the journal keeps it: JSON exactly as written. */
import type { Language, Paper, WaitMinutes } from './ticket.ts';

export type Fact =
  | {
      type: 'TicketIssued';
      ticket: string;
      number: string;
      service: string;
      series: string;
      language: Language;
      priority: boolean;
      first: boolean;
      ahead: number;
      waitMinutes?: WaitMinutes;
    }
  | { type: 'CounterOpened'; counter: string; services?: readonly string[] }
  | { type: 'CounterClosed'; counter: string }
  | { type: 'TicketCalled'; ticket: string; counter: string }
  | {
      type:
        | 'TicketRecalled'
        | 'ServingStarted'
        | 'NoShowMarked'
        | 'TicketParked'
        | 'TicketRequeued'
        | 'TicketCancelled'
        | 'StepUndone'
        | 'ReprintRequested';
      ticket: string;
    }
  | { type: 'TicketServed'; ticket: string; category: string; also: readonly string[]; referredTo?: string }
  | { type: 'TicketTransferred'; ticket: string; service: string; first: boolean; counter?: string }
  | { type: 'IssuingPaused' | 'IssuingResumed' | 'DayClosed' }
  | { type: 'NoticePosted'; text: string }
  | { type: 'PaperRecorded'; ticket: string; paper: Paper };

/** `at` is ISO 8601 with offset, `by` an operator or `kiosk`, `command` the id of the command that caused it. */
export type Event = Fact & { at: string; by: string; command: string };
