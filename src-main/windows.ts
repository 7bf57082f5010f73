// SPDX-License-Identifier: EUPL-1.2
/** The kiosk's window and that of the wall display, each on its screen, also when screens come and go. */
import type Electron from 'electron';
import { openFullScreen, type FullScreenWindow } from './full-screen-window.ts';
import { onScreensChanged, readScreens } from './screens.ts';

/**
 * Opens them, and from now on moves, closes and opens them as the screens change.
 *
 * @param office the address of the office, `http://127.0.0.1:4710`
 * @param onFailure is told which page was away and why
 */
export function openWindows(
  shell: Pick<typeof Electron, 'app' | 'BrowserWindow' | 'screen'>,
  office: string,
  onFailure: (page: string, why: string) => void,
): void {
  const kiosk = placed('kiosk');
  const wall = placed('display');

  function placed(page: string) {
    let open: { window: FullScreenWindow; at: string } | undefined;
    return (display: Electron.Display | undefined) => {
      if (!display) {
        open?.window.close();
        open = undefined;
        return;
      }
      const at = Object.values(display.bounds).join();
      if (!open)
        open = { at, window: openFullScreen(shell, `${office}/${page}`, display, (why) => onFailure(page, why)) };
      else if (open.at !== at) open.window.moveTo(display);
      open.at = at;
      return open.window;
    };
  }

  function arrange(): void {
    const screens = readScreens(shell.screen);
    wall(screens.wall);
    // the keypad and the coordinator's keyboard speak to the kiosk
    kiosk(screens.kiosk)?.focus();
  }

  arrange();
  onScreensChanged(shell.screen, arrange);
}
