// SPDX-License-Identifier: EUPL-1.2
/** What somebody should see to, in words: of the printer, of the displays, of an office that gives no numbers. */
import type { ConsoleView } from '#contract';
import { adviceOn, stopsPaper, titleOf } from './printer-words.ts';
import type { Act } from './said.ts';

export interface Warning {
  about: string;
  title: string;
  /** What there is to do, and what follows from it. */
  advice: string;
  meanwhile?: string;
  /** ISO 8601 with offset. */
  since?: string;
  /** For the technician. */
  problem?: string;
  /** Whether citizens feel it now. */
  urgent: boolean;
  /** What sees to it in one press. */
  remedy?: { label: string; act: Act };
}

type Seen = Pick<ConsoleView, 'alerts' | 'displays' | 'opening' | 'today'>;

/** @param view `displays.connected` of 0 counts only once it has lasted: see `Desk.noDisplay` */
export function warningsOf(view: Seen, noDisplay: boolean): Warning[] {
  const ofPrinter = view.alerts.map((alert): Warning => {
    const { about, since, problem } = alert;
    const urgent = stopsPaper(alert);
    return {
      ...{ about, since, urgent, title: titleOf(alert), advice: adviceOn(alert) },
      ...(urgent && { meanwhile: 'Intanto il chiosco mostra i numeri sullo schermo.' }),
      ...(problem !== undefined && { problem }),
    };
  });
  return [...ofPrinter, ...ofDisplays(view, noDisplay), ...ofIssuing(view)];
}

/** `2 schermi`, `1 schermo su 2 senza suono`. */
export function displaysWord({ connected, mute }: ConsoleView['displays']): string {
  if (connected === 0) return 'Nessuno schermo';
  const all = connected === 1 ? '1 schermo' : `${connected} schermi`;
  if (mute === 0) return all;
  return mute === connected ? `${all} senza suono` : `${all}, ${mute} senza suono`;
}

function ofDisplays({ displays, opening, today }: Seen, noDisplay: boolean): Warning[] {
  const isNeeded = ['open', 'paused', 'full'].includes(opening.state) || today.waiting > 0;
  if (!isNeeded) return [];
  if (noDisplay) {
    return [
      {
        about: 'no-display',
        title: 'Nessuno schermo in sala',
        advice: 'Accenda lo schermo: si collega da solo. Se non riparte, chiami il tecnico.',
        meanwhile: 'Intanto chiami a voce.',
        urgent: true,
      },
    ];
  }
  if (displays.mute === 0) return [];
  const one = displays.connected === 1 ? 'Lo schermo è senza suono' : 'Uno schermo è senza suono';
  return [
    {
      about: 'mute-display',
      title: displays.mute === 1 ? one : `${displays.mute} schermi sono senza suono`,
      advice: 'Tocchi lo schermo della sala, o prema un tasto della sua tastiera: il suono riparte.',
      meanwhile: 'Intanto chiami anche a voce.',
      urgent: true,
    },
  ];
}

function ofIssuing({ opening }: Seen): Warning[] {
  if (opening.state !== 'paused') return [];
  return [
    {
      about: 'paused',
      title: 'Emissione in pausa',
      advice: 'Il chiosco non dà numeri.',
      urgent: false,
      remedy: { label: 'Riprendi', act: { type: 'ResumeIssuing' } },
    },
  ];
}
