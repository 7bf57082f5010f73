// SPDX-License-Identifier: EUPL-1.2
/** A window that is a whole screen and one page, and from which there is no way to anything else. */
import type Electron from 'electron';
import { keepShown, type Surface } from './revival.ts';

export interface FullScreenWindow {
  moveTo(display: Electron.Display): void;
  focus(): void;
  close(): void;
}

/** What is on the page: none is one whose program did not start. */
const PULSE = 'document.body.childElementCount';
const CSS = `* { cursor: none !important; -webkit-user-drag: none !important }
:not(input) { user-select: none !important }`;

/**
 * Opens the window on that screen and keeps the page in it.
 *
 * @param onFailure is told why the page was away
 */
export function openFullScreen(
  { app, BrowserWindow }: Pick<typeof Electron, 'app' | 'BrowserWindow'>,
  page: string,
  display: Electron.Display,
  onFailure: (why: string) => void,
): FullScreenWindow {
  const window = new BrowserWindow({
    ...display.bounds,
    kiosk: true,
    fullscreen: true,
    alwaysOnTop: true,
    frame: false,
    autoHideMenuBar: true,
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
      // a wall behind nobody's window must not fall asleep
      backgroundThrottling: false,
    },
  });
  const { webContents } = window;
  webContents.on('dom-ready', () => {
    // a page that is gone meanwhile is shown again anyway
    webContents.insertCSS(CSS, { cssOrigin: 'user' }).catch(() => undefined);
    webContents.setVisualZoomLevelLimits(1, 1).catch(() => undefined);
  });

  let isOver = false;
  // Alt+F4 and whatever else the session has for closing a window
  window.on('close', (event) => {
    if (!isOver) event.preventDefault();
  });
  const stop = keepShown(surfaceOf(window), page, onFailure);
  const close = () => {
    if (isOver) return;
    isOver = true;
    stop();
    window.destroy();
  };
  // once the program is told to end, and before it asks its windows
  app.once('before-quit', () => {
    isOver = true;
    stop();
  });

  return {
    moveTo({ bounds }) {
      // a window in kiosk mode keeps to its screen
      window.setKiosk(false);
      window.setBounds(bounds);
      window.setKiosk(true);
    },
    focus: () => window.focus(),
    close,
  };
}

function surfaceOf(window: Electron.BrowserWindow): Surface {
  const { webContents } = window;
  let status = 200;
  webContents.on('did-navigate', (_event, _url, code) => (status = code));
  return {
    // it is opened with its window
    begin: () => Promise.resolve(),
    async show(url) {
      await window.loadURL(url);
      if (status >= 400) throw new Error(`it was answered with ${status}`);
    },
    pulse: async () => Boolean(await webContents.executeJavaScript(PULSE)),
    kill: () => webContents.forcefullyCrashRenderer(),
    onGone(call) {
      webContents.on('render-process-gone', call);
      webContents.on('unresponsive', () => webContents.forcefullyCrashRenderer());
      webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
        if (isMainFrame && code !== ABORTED) call();
      });
    },
  };
}

/** Given up for another page. */
const ABORTED = -3;
