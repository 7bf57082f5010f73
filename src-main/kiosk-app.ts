// SPDX-License-Identifier: EUPL-1.2
/** The life of the kiosk in Electron: the office first, then its windows, and at the end the office last. */
import type Electron from 'electron';
import { lockDown, lockProgram } from './lockdown.ts';
import { openWindows } from './windows.ts';

export type Shell = Pick<typeof Electron, 'app' | 'BrowserWindow' | 'Menu' | 'powerSaveBlocker' | 'screen' | 'session'>;

/** The exit code of a kiosk whose office cannot start: the settings, the folder or the port are to be put right. */
export const CANNOT_START = 78;
/** The exit code after a coordinator has left the kiosk: whatever starts it again by itself leaves it be. */
export const LEFT = 79;
const PATIENCE_MS = 10_000;

/**
 * Runs the kiosk, unless it runs already. It may not be awaited at the top of the program: Electron is ready only
 * after that has been read to its end.
 *
 * @param startOffice is handed what ends the kiosk when a coordinator says so
 */
export async function runKiosk(
  shell: Shell,
  startOffice: (leave: () => void) => Promise<{ url: string; close(): Promise<void> }>,
): Promise<void> {
  const { app } = shell;
  if (!app.requestSingleInstanceLock()) {
    console.error('The kiosk runs already.');
    return app.quit();
  }
  lockProgram(shell);
  await app.whenReady();

  let isLeft = false;
  let office: Awaited<ReturnType<typeof startOffice>>;
  try {
    office = await startOffice(() => {
      isLeft = true;
      app.quit();
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return app.exit(CANNOT_START);
  }
  let isOver = false;
  app.on('will-quit', (event) => {
    if (isOver) return;
    event.preventDefault();
    const late = setTimeout(() => app.exit(1), PATIENCE_MS);
    office.close().then(
      () => {
        isOver = true;
        clearTimeout(late);
        if (isLeft) app.exit(LEFT);
        else app.quit();
      },
      (error: unknown) => {
        console.error(error);
        app.exit(1);
      },
    );
  });

  shell.powerSaveBlocker.start('prevent-display-sleep');
  lockDown(shell);
  openWindows(shell, office.url, (page, why) => console.error(`The page ${page} is shown again: ${why}.`));
}
