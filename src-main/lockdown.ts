// SPDX-License-Identifier: EUPL-1.2
/** What Electron would otherwise let a page do: everything is denied, in whatever contents there will ever be. */
import type Electron from 'electron';

type Lockable = Pick<typeof Electron, 'app' | 'Menu' | 'session'>;

/**
 * Call it once Electron is ready and before there is a window. Electron's own answer to a request for a permission is
 * yes, so each handler is set.
 *
 * @param page the one address that may be shown, `http://127.0.0.1:4710/kiosk`
 */
export function lockDown({ app, Menu, session }: Lockable, page: string): void {
  // without a menu there are no shortcuts to reload, to zoom or to leave
  Menu.setApplicationMenu(null);

  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
  session.defaultSession.on('will-download', (event) => event.preventDefault());

  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { url: string; preventDefault(): void }) => {
      if (event.url !== page) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
