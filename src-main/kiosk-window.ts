// SPDX-License-Identifier: EUPL-1.2
/** The one window of the kiosk: the whole screen, one page, and no way out of it. */
import type Electron from 'electron';

/** Opens the window and shows the page; shows it again if what draws it crashes. */
export function openKioskWindow(
  { app, BrowserWindow }: Pick<typeof Electron, 'app' | 'BrowserWindow'>,
  page: string,
): Promise<void> {
  const window = new BrowserWindow({
    kiosk: true,
    title: 'Sportello',
    backgroundColor: '#ffffff',
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      devTools: !app.isPackaged,
      // its dictionaries would be fetched from elsewhere
      spellcheck: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void window.loadURL(page);
  });
  return window.loadURL(page);
}
