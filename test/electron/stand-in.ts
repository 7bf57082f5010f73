// SPDX-License-Identifier: EUPL-1.2
/**
 * A stand-in for Electron, as much of it as the kiosk uses, for machines that lack its program: every window is a real
 * Chromium on a real X screen. What a page does is Chromium's own doing, what Electron makes of it is said here.
 */
import type Electron from 'electron';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession } from 'playwright-core';
import { findBrowser } from '../../src-main/browser.ts';
import type { Shell } from '../../src-main/kiosk-app.ts';

export type Area = Electron.Rectangle & { touched?: boolean };

export interface StandIn {
  shell: Shell;
  windows: Set<Window>;
  /** What was asked of it besides windows, in order. */
  acts: string[];
  /** What handlers the session was given. */
  session: Handlers;
  /** Plugs these screens in, in place of those that there were; the first is the primary one. */
  plug(...areas: Area[]): void;
  close(): Promise<void>;
}

export interface Ways {
  display: string;
  areas: readonly Area[];
  /** The program is over. */
  onExit(code: number): void;
  isPackaged?: boolean;
  /** The folder whose lock makes the instance a single one. */
  userData?: string;
}

const ABORTED = -3;
const FAILED = -102;
const ROOT = ['--no-sandbox', '--disable-gpu'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

class Handlers extends EventEmitter {
  permissionRequest: Electron.Session['setPermissionRequestHandler'] extends (h: infer H) => void ? H : never = null;
  permissionCheck: Electron.Session['setPermissionCheckHandler'] extends (h: infer H) => void ? H : never = null;
  devicePermission: Electron.Session['setDevicePermissionHandler'] extends (h: infer H) => void ? H : never = null;
  setPermissionRequestHandler: Electron.Session['setPermissionRequestHandler'] = (h) => (this.permissionRequest = h);
  setPermissionCheckHandler: Electron.Session['setPermissionCheckHandler'] = (h) => (this.permissionCheck = h);
  setDevicePermissionHandler: Electron.Session['setDevicePermissionHandler'] = (h) => (this.devicePermission = h);
}

/** An event that can be prevented. */
export function cancellable<T extends object>(more?: T) {
  const event = { ...(more as T), defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) };
  return event;
}

class Contents extends EventEmitter {
  readonly window: Window;
  url = '';
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  constructor(window: Window) {
    super();
    this.window = window;
  }
  getURL(): string {
    return this.url;
  }
  async executeJavaScript(expression: string): Promise<unknown> {
    const { session } = await this.window.ready;
    const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    return result.value;
  }
  async insertCSS(css: string): Promise<string> {
    const rules = JSON.stringify(css);
    // a sheet without an element, which no policy of the page's refuses
    await this.executeJavaScript(
      `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${rules}); document.adoptedStyleSheets.push(sheet); }`,
    );
    return '';
  }
  async setVisualZoomLevelLimits(low: number, high: number): Promise<void> {
    this.window.zoom = [low, high];
  }
  setWindowOpenHandler(handler: Contents['openHandler']): void {
    this.openHandler = handler;
  }
  forcefullyCrashRenderer(): void {
    // a window is a Chromium of its own, so whatever draws in it draws this page
    const kill = (pids: number[]) => pids.forEach((pid) => process.kill(pid, 'SIGKILL'));
    this.window.ready.then(({ renderers }) => renderers().then(kill)).catch(() => undefined);
  }
  /** A key of a real keyboard: first the program is asked, then the page has it. */
  async press(input: Partial<Electron.Input> & { key: string }): Promise<boolean> {
    const event = cancellable();
    this.emit('before-input-event', event, { control: false, alt: false, meta: false, ...input });
    if (event.defaultPrevented) return false;
    const { session } = await this.window.ready;
    const text = input.key.length === 1 ? { text: input.key } : {};
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: input.key, ...text });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: input.key });
    return true;
  }
}

interface Opened {
  context: BrowserContext;
  session: CDPSession;
  /** The processes that draw the page. */
  renderers(): Promise<number[]>;
}

export class Window extends EventEmitter {
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents: Contents;
  readonly ready: Promise<Opened>;
  readonly profile = mkdtempSync(join(tmpdir(), 'sportello-window-'));
  bounds: Electron.Rectangle;
  zoom: [number, number] | undefined;
  isFocused = false;
  isDestroyed = false;
  #wanted: string | undefined;
  #loaded: (() => void) | undefined;
  #failed: ((error: Error) => void) | undefined;
  readonly #display: string;

  constructor(display: string, options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.#display = display;
    this.options = options;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
    this.webContents = new Contents(this);
    this.ready = this.#open();
    this.ready.catch((error: unknown) => console.error(error));
  }

  async #open(): Promise<Opened> {
    const { x, y, width, height } = this.bounds;
    const preferences = this.options.webPreferences;
    const context = await chromium.launchPersistentContext(this.profile, {
      executablePath: findBrowser(process.env)!,
      headless: false,
      viewport: null,
      ignoreDefaultArgs: ['--enable-automation'],
      env: { ...process.env, DISPLAY: this.#display } as Record<string, string>,
      // so that a test can look at it as well, with eyes of its own
      args: [...ROOT, ...QUIET, '--remote-debugging-port=0', '--app=about:blank']
        .concat(`--window-position=${x},${y}`, `--window-size=${width},${height}`)
        .concat(preferences?.autoplayPolicy ? `--autoplay-policy=${preferences.autoplayPolicy}` : []),
    });
    const page = context.pages()[0]!;
    const session = await context.newCDPSession(page);
    const contents = this.webContents;
    context.on('page', (other) => {
      if (other !== page && contents.openHandler({ url: other.url() }).action === 'deny') void other.close();
    });
    session.on('Inspector.targetCrashed', () => {
      this.#failed?.(new Error('ERR_FAILED (-2)'));
      contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    });
    session.on('Page.domContentEventFired', () => contents.emit('dom-ready', {}));
    session.on('Page.loadEventFired', () => this.#loaded?.());
    session.on('Page.frameNavigated', ({ frame }) => {
      if (!frame.parentId) contents.url = frame.url;
    });
    session.on('Fetch.requestPaused', ({ requestId, request, responseStatusCode }) => {
      const go = () => void session.send('Fetch.continueRequest', { requestId }).catch(() => undefined);
      if (responseStatusCode !== undefined) {
        contents.emit('did-navigate', {}, request.url, responseStatusCode);
        return go();
      }
      if (request.url === this.#wanted) return go();
      const event = cancellable({ url: request.url });
      contents.emit('will-navigate', event);
      if (!event.defaultPrevented) return go();
      void session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => undefined);
    });
    await session.send('Inspector.enable');
    await session.send('Page.enable');
    const document = { resourceType: 'Document' } as const;
    await session.send('Fetch.enable', {
      patterns: [
        { ...document, urlPattern: 'http*', requestStage: 'Request' },
        { ...document, urlPattern: 'http*', requestStage: 'Response' },
      ],
    });
    const all = await context.browser()!.newBrowserCDPSession();
    const renderers = async () => {
      const { processInfo } = await all.send('SystemInfo.getProcessInfo');
      return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    };
    return { context, session, renderers };
  }

  async loadURL(url: string): Promise<void> {
    const { session } = await this.ready;
    this.#failed?.(new Error(`ERR_ABORTED (${ABORTED})`));
    this.#wanted = url;
    const loaded = new Promise<void>((resolve, reject) => {
      this.#loaded = resolve;
      this.#failed = reject;
    });
    const navigated = session.send('Page.navigate', { url }).then(({ errorText }) => {
      if (!errorText) return;
      const code = errorText.includes('ABORTED') ? ABORTED : FAILED;
      this.webContents.emit('did-fail-load', {}, code, errorText, url, true);
      throw new Error(`${errorText} loading ${url}`);
    });
    await Promise.all([navigated, loaded]);
  }

  async #place(): Promise<void> {
    const { session } = await this.ready;
    const { windowId } = await session.send('Browser.getWindowForTarget');
    const { x: left, y: top, width, height } = this.bounds;
    await session.send('Browser.setWindowBounds', { windowId, bounds: { left, top, width, height } });
  }

  setBounds(bounds: Electron.Rectangle): void {
    this.bounds = bounds;
    this.#place().catch(() => undefined);
  }

  /** Where it truly is. */
  async getRealBounds(): Promise<Electron.Rectangle> {
    const { session } = await this.ready;
    const { bounds } = await session.send('Browser.getWindowForTarget');
    return { x: bounds.left!, y: bounds.top!, width: bounds.width!, height: bounds.height! };
  }

  setKiosk(): void {}

  focus(): void {
    this.isFocused = true;
  }

  close(): void {
    const event = cancellable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.isDestroyed) return;
    this.isDestroyed = true;
    this.emit('closed');
  }

  async end(): Promise<void> {
    const opened = await this.ready.catch(() => undefined);
    await opened?.context.close().catch(() => undefined);
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

export function openStandIn({ display, areas, onExit, isPackaged = true, userData }: Ways): StandIn {
  const acts: string[] = [];
  const windows = new Set<Window>();
  const endings: Promise<void>[] = [];
  const session = new Handlers();
  let displays = areas.map(toDisplay);
  let isOver = false;

  const over = (code: number) => {
    if (isOver) return;
    isOver = true;
    for (const window of windows) window.destroy();
    void Promise.all(endings).then(() => onExit(code));
  };
  const app = Object.assign(new EventEmitter(), {
    isPackaged,
    commandLine: { appendSwitch: (name: string) => void acts.push(`switch ${name}`) },
    enableSandbox: () => void acts.push('sandbox'),
    whenReady: async () => void acts.push('ready'),
    getPath: () => userData ?? tmpdir(),
    requestSingleInstanceLock() {
      if (!userData) return true;
      const lock = join(userData, 'SingletonLock');
      try {
        writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
      } catch {
        return false;
      }
      process.once('exit', () => rmSync(lock, { force: true }));
      return true;
    },
    exit: over,
    quit() {
      app.emit('before-quit', cancellable());
      for (const window of windows) window.close();
      if (windows.size > 0) return;
      const event = cancellable();
      app.emit('will-quit', event);
      if (!event.defaultPrevented) over(0);
    },
  });

  class BrowserWindow extends Window {
    constructor(options: Electron.BrowserWindowConstructorOptions) {
      super(display, options);
      windows.add(this);
      this.once('closed', () => {
        windows.delete(this);
        endings.push(this.end());
      });
      app.emit('web-contents-created', {}, this.webContents);
    }
  }

  const screen = Object.assign(new EventEmitter(), {
    getPrimaryDisplay: () => displays[0]!,
    getAllDisplays: () => displays,
  });
  const powerSaveBlocker = { start: (type: string) => acts.push(`keep awake: ${type}`) };
  const Menu = { setApplicationMenu: (menu: unknown) => void acts.push(`menu ${String(menu)}`) };

  return {
    shell: {
      app,
      BrowserWindow,
      Menu,
      powerSaveBlocker,
      screen,
      session: { defaultSession: session },
    } as never as Shell,
    ...{ windows, acts, session },
    plug(...next) {
      const before = displays;
      displays = next.map(toDisplay);
      const has = (list: Electron.Display[], { id }: Electron.Display) => list.some((other) => other.id === id);
      for (const added of displays) if (!has(before, added)) screen.emit('display-added', {}, added);
      for (const gone of before) if (!has(displays, gone)) screen.emit('display-removed', {}, gone);
      for (const kept of displays) if (has(before, kept)) screen.emit('display-metrics-changed', {}, kept, ['bounds']);
    },
    async close() {
      for (const window of windows) window.destroy();
      await Promise.all(endings);
    },
  };
}

function toDisplay({ touched, ...bounds }: Area, at: number): Electron.Display {
  return { id: at + 1, bounds, touchSupport: touched ? 'available' : 'unknown' } as Electron.Display;
}
