// SPDX-License-Identifier: EUPL-1.2
/**
 * A stand-in for Electron that shows nothing: it starts the program that it is given, says which page a window was told
 * to show, and leaves everything else undone.
 */
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';

/** Whatever is asked of it, it is there and does nothing. */
const nothing = new Proxy(function () {}, {
  get: (_target, name) => (name === 'then' || typeof name === 'symbol' ? undefined : nothing),
  set: () => true,
  apply: () => nothing,
  construct: () => nothing,
});

/** Does what it can; the rest is there and does nothing. */
const withNothing = (able) =>
  new Proxy(able, { get: (target, name) => (name in target ? Reflect.get(target, name) : nothing) });

export const app = withNothing(
  Object.assign(new EventEmitter(), {
    isPackaged: true,
    requestSingleInstanceLock: () => true,
    whenReady: () => new Promise((resolve) => setImmediate(resolve)),
    isReady: () => true,
    getPath: () => process.cwd(),
    getVersion: () => '0.0.0',
    exit: (code) => process.exit(code),
    quit() {
      let isCancelled = false;
      app.emit('will-quit', { preventDefault: () => (isCancelled = true) });
      if (!isCancelled) process.exit(0);
    },
  }),
);

const contents = () =>
  withNothing(
    Object.assign(new EventEmitter(), {
      insertCSS: async () => '',
      executeJavaScript: async () => 1,
      setVisualZoomLevelLimits: async () => undefined,
    }),
  );

export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => [];
  webContents = contents();
  constructor() {
    super();
    app.emit('web-contents-created', {}, this.webContents);
    return withNothing(this);
  }
  async loadURL(url) {
    console.log(`shows ${url}`);
  }
}

export const utilityProcess = {
  fork(program, args, { env = process.env } = {}) {
    const port =
      'process.parentPort={on:(_,f)=>process.on("message",(data)=>f({data})),postMessage:(m)=>process.send(m)}';
    const execArgv = ['--import', `data:text/javascript,${encodeURIComponent(port)}`];
    const child = fork(program, args, { env, execArgv, serialization: 'advanced', stdio: 'inherit' });
    return Object.assign(child, { postMessage: (message) => child.connected && child.send(message) });
  },
};

const screenOf = { id: 1, bounds: { x: 0, y: 0, width: 1080, height: 1920 }, internal: false, scaleFactor: 1 };
export const screen = withNothing(
  Object.assign(new EventEmitter(), { getPrimaryDisplay: () => screenOf, getAllDisplays: () => [screenOf] }),
);

export const session = { defaultSession: withNothing(new EventEmitter()), fromPartition: () => session.defaultSession };
export const powerMonitor = withNothing(new EventEmitter());
export const [Menu, powerSaveBlocker, globalShortcut, dialog, net, protocol, crashReporter, ipcMain] =
  Array(8).fill(nothing);
