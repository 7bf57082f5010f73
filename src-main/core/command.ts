// SPDX-License-Identifier: EUPL-1.2
/** What can be asked of the office, and by nothing else does anything in it change. */
import type { Language, Paper } from './ticket.ts';

export type Act =
  | { type: 'IssueTicket'; service: string; language: Language; priority?: boolean | undefined }
  | { type: 'OpenCounter' | 'CloseCounter'; counter: string }
  | { type: 'CallNext'; counter: string }
  | { type: 'CallTicket'; ticket: string; counter: string }
  | {
      type: 'Recall' | 'StartServing' | 'MarkNoShow' | 'Park' | 'Requeue' | 'CancelTicket' | 'Undo' | 'Reprint';
      ticket: string;
    }
  | {
      type: 'FinishServing';
      ticket: string;
      category: string;
      also?: readonly string[] | undefined;
      referredTo?: string | undefined;
    }
  | { type: 'Transfer'; ticket: string; service?: string | undefined; counter?: string | undefined }
  | { type: 'PauseIssuing' | 'ResumeIssuing' | 'CloseDay' }
  | { type: 'PostNotice'; text: string }
  | { type: 'RecordPaper'; ticket: string; paper: Paper };

/** `id` makes a command idempotent: it is a UUID chosen by who sends it. */
export type Command = { id: string } & Act;
