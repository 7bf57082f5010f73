// SPDX-License-Identifier: EUPL-1.2
/** What Electron would otherwise let a page do: everything is denied, in whatever contents there will ever be. */
import type Electron from 'electron';

type Lockable = Pick<typeof Electron, 'app' | 'Menu' | 'session'>;

/** Call it before Electron is ready: what is said at its start. */
export function lockProgram({ app }: Pick<typeof Electron, 'app'>): void {
  app.enableSandbox();
  app.commandLine.appendSwitch('disable-pinch');
  app.commandLine.appendSwitch('overscroll-history-navigation', '0');
}

/**
 * Call it once Electron is ready and before there is a window. Electron's own answer to a request for a permission is
 * yes, so each handler is set.
 */
export function lockDown({ app, Menu, session }: Lockable): void {
  // without a menu there are no shortcuts to reload, to zoom or to leave
  Menu.setApplicationMenu(null);

  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
  session.defaultSession.on('will-download', (event) => event.preventDefault());

  app.on('web-contents-created', (_event, contents) => {
    // a page may be shown again, and become no other
    const stay = (event: { url: string; preventDefault(): void }) => {
      if (event.url !== contents.getURL()) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('context-menu', (event) => event.preventDefault());
    contents.on('before-input-event', (event, input) => {
      if (isShortcut(input)) event.preventDefault();
    });
  });
}

/** Whether a key is for the browser rather than for the page: printing, zooming, reloading, closing. */
function isShortcut({ key, control, alt, meta }: Electron.Input): boolean {
  // both at once write a third sign on some keyboards
  return control !== alt || meta || /^F\d+$/.test(key);
}
