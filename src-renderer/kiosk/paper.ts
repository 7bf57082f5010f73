// SPDX-License-Identifier: EUPL-1.2
/** What a citizen who stands before the kiosk is told of the slip with the number. */
import type { IssuedTicket, KioskView } from '#contract';

/** `in-doubt`: it may be on its way out, or half of it. `none`: none will come while the citizen stands here. */
export type SlipState = 'printing' | 'printed' | 'in-doubt' | 'none';

/** @param lost whether the office is out of reach, and with it all news of the slip */
export function paperOf(
  ticket: Pick<IssuedTicket, 'id'>,
  view: Pick<KioskView, 'paper' | 'printer'>,
  lost: boolean,
): SlipState {
  const paper = view.paper.find((slip) => slip.ticket === ticket.id)?.state ?? 'queued';
  if (paper === 'printed') return 'printed';
  if (paper === 'unknown') return 'in-doubt';
  if (paper === 'not-sent') return 'none';
  if (view.printer.state === 'ready' && !lost) return 'printing';
  return paper === 'printing' ? 'in-doubt' : 'none';
}
