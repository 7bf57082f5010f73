// SPDX-License-Identifier: EUPL-1.2
/** The kiosk in Electron, seen from a stand-in without a screen that remembers what was asked of it. */
import { EventEmitter } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CANNOT_START, runKiosk, type Shell } from '../../src-main/kiosk-app.ts';
import { PLAIN_PAGE } from '../../src-main/plain-page.ts';

const PAGE = 'http://127.0.0.1:4710/kiosk';
const ELSEWHERE = ['http://127.0.0.1:4710/console', 'https://example.org/', 'file:///etc/passwd', `${PAGE}#menu`];

/** What the stand-in was asked, in order, and the parts of it that a test acts on. */
function standIn({ isFirst = true } = {}) {
  const acts: string[] = [];
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    requestSingleInstanceLock: () => isFirst,
    commandLine: { appendSwitch: vi.fn() },
    enableSandbox: () => void acts.push('sandbox'),
    whenReady: async () => void acts.push('ready'),
    exit: (code: number) => void acts.push(`exit ${code}`),
    quit: () => {
      const event = cancellable();
      app.emit('will-quit', event);
      if (!event.cancelled) acts.push('quit');
    },
  });
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
  });
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: vi.fn(),
    getURL: () => PAGE,
    executeJavaScript: async () => 1,
    forcefullyCrashRenderer: vi.fn(),
  });
  const Menu = { setApplicationMenu: vi.fn() };
  let options: Electron.BrowserWindowConstructorOptions = {};
  class BrowserWindow extends EventEmitter {
    webContents = contents;
    constructor(given: Electron.BrowserWindowConstructorOptions) {
      super();
      options = given;
      app.emit('web-contents-created', {}, contents);
    }
    async loadURL(url: string) {
      acts.push(`show ${url.replace(PLAIN_PAGE, 'kind words')}`);
    }
    focus() {}
    destroy() {}
  }
  const display = { id: 1, bounds: { x: 0, y: 0, width: 1080, height: 1920 } };
  const screen = Object.assign(new EventEmitter(), {
    getPrimaryDisplay: () => display,
    getAllDisplays: () => [display],
  });
  const powerSaveBlocker = { start: vi.fn() };
  const parts = { app, BrowserWindow, Menu, powerSaveBlocker, screen, session: { defaultSession: session } };
  const shell = parts as unknown as Shell;
  onTestFinished(() => void app.emit('before-quit'));
  return { acts, app, session, contents, Menu, shell, options: () => options };
}

function cancellable(url = '') {
  const event = { url, cancelled: false, preventDefault: () => void (event.cancelled = true) };
  return event;
}

async function runningKiosk() {
  const electron = standIn();
  await runKiosk(electron.shell, async () => {
    electron.acts.push('office starts');
    return { url: 'http://127.0.0.1:4710', close: async () => void electron.acts.push('office ends') };
  });
  return electron;
}

test('the office runs before the kiosk is shown, in a sandbox', async () => {
  const { acts } = await runningKiosk();
  expect(acts).toEqual(['sandbox', 'ready', 'office starts', `show ${PAGE}`]);
});

test('the window is the whole screen, and its page can reach neither Node nor the tools of developers', async () => {
  const { options, Menu } = await runningKiosk();
  expect(options()).toMatchObject({
    kiosk: true,
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      devTools: false,
      spellcheck: false,
    },
  });
  expect(options().webPreferences).not.toHaveProperty('preload');
  expect(Menu.setApplicationMenu).toHaveBeenCalledWith(null);
});

test('every permission is refused, whether it is asked for or looked up', async () => {
  const { session } = await runningKiosk();
  const answer = vi.fn();
  session.setPermissionRequestHandler.mock.calls[0]![0]({}, 'media', answer);
  expect(answer.mock.calls).toEqual([[false]]);
  expect(session.setPermissionCheckHandler.mock.calls[0]![0]({}, 'media')).toBe(false);
  expect(session.setDevicePermissionHandler.mock.calls[0]![0]({})).toBe(false);
});

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('the page cannot be left: %s', async (way) => {
  const { contents } = await runningKiosk();
  for (const url of ELSEWHERE) {
    const event = cancellable(url);
    contents.emit(way, event);
    expect(event.cancelled, url).toBe(true);
  }
  const again = cancellable(PAGE);
  contents.emit(way, again);
  expect(again.cancelled).toBe(false);
});

test('nothing opens beside the page, and nothing is downloaded', async () => {
  const { contents, session } = await runningKiosk();
  expect(contents.setWindowOpenHandler.mock.calls[0]![0]({ url: PAGE })).toEqual({ action: 'deny' });
  const view = cancellable();
  contents.emit('will-attach-webview', view);
  const download = cancellable();
  session.emit('will-download', download);
  expect([view.cancelled, download.cancelled]).toEqual([true, true]);
});

test('a page that crashes is shown again after a few kind words', async () => {
  const { acts, contents } = await runningKiosk();
  vi.spyOn(console, 'error').mockReturnValue();
  acts.length = 0;
  contents.emit('render-process-gone', {}, { reason: 'crashed' });
  await vi.waitFor(() => expect(acts).toEqual(['show kind words', `show ${PAGE}`]));
});

test('a page that could not become another is shown again', async () => {
  const { acts, contents } = await runningKiosk();
  vi.spyOn(console, 'error').mockReturnValue();
  acts.length = 0;
  contents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', PAGE, true);
  await vi.waitFor(() => expect(acts).toEqual(['show kind words', `show ${PAGE}`]));
});

test('the office ends before the program does, once', async () => {
  const { acts, app } = await runningKiosk();
  acts.length = 0;
  app.quit();
  await vi.waitFor(() => expect(acts).toContain('quit'));
  expect(acts).toEqual(['office ends', 'quit']);
});

test('a second kiosk on the same machine ends without an office', async () => {
  const { acts, shell } = standIn({ isFirst: false });
  const startOffice = vi.fn();
  vi.spyOn(console, 'error').mockReturnValue();
  await runKiosk(shell, startOffice);
  expect(acts).toEqual(['quit']);
  expect(startOffice).not.toHaveBeenCalled();
});

test('an office that cannot start ends the program with its own exit code and shows no window', async () => {
  const { acts, shell } = standIn();
  const said = vi.spyOn(console, 'error').mockReturnValue();
  await runKiosk(shell, () => Promise.reject(new Error('Port 4710 is taken.')));
  expect(said).toHaveBeenCalledWith('Port 4710 is taken.');
  expect(acts).toEqual(['sandbox', 'ready', `exit ${CANNOT_START}`]);
});
