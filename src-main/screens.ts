// SPDX-License-Identifier: EUPL-1.2
/** Which screen is whose: the kiosk has the one that is touched, the wall display the next, if there is one. */
import type Electron from 'electron';

export interface Screens {
  kiosk: Electron.Display;
  wall: Electron.Display | undefined;
}

/** The kiosk takes the primary screen, unless only another one is known to be touched. */
export function readScreens(screen: Pick<Electron.Screen, 'getPrimaryDisplay' | 'getAllDisplays'>): Screens {
  const primary = screen.getPrimaryDisplay();
  const all = screen.getAllDisplays();
  const isTouched = ({ touchSupport }: Electron.Display) => touchSupport === 'available';
  const kiosk = isTouched(primary) ? primary : (all.find(isTouched) ?? primary);
  return { kiosk, wall: all.find(({ id }) => id !== kiosk.id) };
}

/** Calls whenever a screen comes, goes, or is turned or resized. */
export function onScreensChanged(screen: Electron.Screen, call: () => void): void {
  screen.on('display-added', call);
  screen.on('display-removed', call);
  screen.on('display-metrics-changed', call);
}
