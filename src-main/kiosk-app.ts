// SPDX-License-Identifier: EUPL-1.2
/** The life of the kiosk in Electron: the office first, then its window, and at the end the office last. */
import type Electron from 'electron';
import { openKioskWindow } from './kiosk-window.ts';
import { lockDown } from './lockdown.ts';

export type Shell = Pick<typeof Electron, 'app' | 'BrowserWindow' | 'Menu' | 'session'>;

/** The exit code of a kiosk whose office cannot start: the settings, the folder or the port are to be put right. */
export const CANNOT_START = 78;

/**
 * Runs the kiosk, unless it runs already. It may not be awaited at the top of the program: Electron is ready only
 * after that has been read to its end.
 */
export async function runKiosk(
  shell: Shell,
  startOffice: () => Promise<{ url: string; close(): Promise<void> }>,
): Promise<void> {
  const { app } = shell;
  if (!app.requestSingleInstanceLock()) {
    console.error('The kiosk runs already.');
    return app.quit();
  }
  app.enableSandbox();
  await app.whenReady();

  let office: Awaited<ReturnType<typeof startOffice>>;
  try {
    office = await startOffice();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return app.exit(CANNOT_START);
  }
  let isOver = false;
  app.on('will-quit', (event) => {
    if (isOver) return;
    event.preventDefault();
    void office.close().then(() => {
      isOver = true;
      app.quit();
    });
  });

  const page = `${office.url}/kiosk`;
  lockDown(shell, page);
  await openKioskWindow(shell, page);
}
