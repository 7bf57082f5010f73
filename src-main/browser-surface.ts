// SPDX-License-Identifier: EUPL-1.2
/** A Chromium as what a kiosk is shown on: started again when it has ended, and kept to its one page. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { end, openKiosk } from './browser.ts';
import { devToolsOf, type DevTools, type Told } from './dev-tools.ts';
import { PLAIN_PAGE } from './plain-page.ts';
import type { Surface } from './revival.ts';

export interface BrowserSurface extends Surface {
  /** Opens it with the plain page. */
  begin(): Promise<unknown>;
  close(): Promise<void>;
}

interface Running {
  child: ChildProcess;
  tools: DevTools;
  /** The session of its one page. */
  page: Promise<string>;
  /** Rejects when it has ended. */
  ended: Promise<never>;
  isOver: boolean;
}

/** A Chromium that does not answer for so long hangs as a whole. */
const ANSWERS_MS = 800;
const PULSE = 'document.body.childElementCount';
const STATUS = `performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0`;
const NO_PRINTING = 'window.print = () => undefined';

/** @param profile a folder that no other Chromium uses */
export function browserSurface(browser: string, profile: string): BrowserSurface {
  let running: Running | undefined;
  let wanted = PLAIN_PAGE;
  /** Whether that is what is shown, or still what was before. */
  let arrived = false;
  let gone: () => void = () => undefined;
  let loaded: () => void = () => undefined;
  let closed = false;

  async function open(): Promise<Running> {
    const child = openKiosk(browser, PLAIN_PAGE, profile);
    const ended = new Promise<never>((_resolve, reject) => {
      child.once('error', (error) => reject(new Error(`Chromium cannot be run: ${error.message}`)));
      child.once('exit', () => reject(new Error('Chromium has ended')));
    });
    ended.catch(() => {
      if (running?.child === child) running.isOver = true;
      gone();
    });
    let attached: (session: string) => void;
    const page = new Promise<string>((resolve) => (attached = resolve));
    let own: unknown;
    const tools = devToolsOf(child, (told) => {
      const target = told.params['targetInfo'] as { targetId: string; type: string } | undefined;
      if (told.method === 'Target.attachedToTarget' && target?.type === 'page' && own === undefined) {
        own = target.targetId;
        attached(told.params['sessionId'] as string);
      } else if (told.method === 'Target.targetCreated' && target?.type === 'page') {
        // whatever was opened beside the page, by a key or by a hand
        if (own !== undefined && target.targetId !== own) close(target.targetId);
      } else hear(told);
    });
    const close = (targetId: string) => void tools.send('Target.closeTarget', { targetId }).catch(() => undefined);
    running = { child, tools, page, ended, isOver: false };
    const setUp = async () => {
      await tools.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
      const session = await page;
      await Promise.all([
        tools.send('Target.setDiscoverTargets', { discover: true }),
        // these are granted, and all others refused
        tools.send('Browser.grantPermissions', { permissions: [] }),
        tools.send('Browser.setDownloadBehavior', { behavior: 'deny' }),
        tools.send('Inspector.enable', {}, session),
        tools.send('Page.enable', {}, session),
        tools.send('Page.addScriptToEvaluateOnNewDocument', { source: NO_PRINTING }, session),
      ]);
    };
    await Promise.race([setUp(), ended]);
    return running;
  }

  function hear({ method, params }: Told): void {
    if (method === 'Inspector.targetCrashed' || method === 'Inspector.detached') return gone();
    if (method === 'Page.loadEventFired' && arrived) return loaded();
    const frame = params['frame'] as { parentId?: string; url: string } | undefined;
    if (method !== 'Page.frameNavigated' || !frame || frame.parentId) return;
    if (frame.url === wanted) arrived = true;
    else if (arrived) gone();
  }

  async function ready(): Promise<Running> {
    if (closed) throw new Error('it is closed');
    if (!running || running.isOver) return open();
    const answers = running.tools.send('Browser.getVersion').then(() => true);
    if (await Promise.race([answers, pause(ANSWERS_MS, false)])) return running;
    kill();
    return open();
  }

  function kill(): void {
    if (!running || running.isOver) return;
    running.isOver = true;
    killGroup(running.child);
  }

  return {
    begin: ready,
    async show(url) {
      const { tools, page, ended } = await ready();
      const session = await page;
      wanted = url;
      arrived = false;
      const isLoaded = new Promise<void>((resolve) => (loaded = resolve));
      const arrive = async () => {
        const { errorText } = await tools.send('Page.navigate', { url }, session);
        if (errorText) throw new Error(`it was not found: ${String(errorText)}`);
        await isLoaded;
        const status = await evaluate(tools, session, STATUS);
        if (Number(status) >= 400) throw new Error(`it was answered with ${String(status)}`);
      };
      await Promise.race([arrive(), ended]);
    },
    async pulse() {
      if (!running) return false;
      return Boolean(await evaluate(running.tools, await running.page, PULSE));
    },
    kill() {
      if (running) killRenderers(running.tools).catch(() => undefined);
    },
    onGone: (call) => (gone = call),
    async close() {
      closed = true;
      if (!running) return;
      await end(running.child);
      // what it started may outlive it for a moment, and write into its profile
      killGroup(running.child);
    },
  };
}

async function evaluate(tools: DevTools, session: string, expression: string): Promise<unknown> {
  const { result } = await tools.send('Runtime.evaluate', { expression, returnByValue: true }, session);
  return (result as { value?: unknown } | undefined)?.value;
}

/** By the system: a page that hangs does not hear the browser either. */
async function killRenderers(tools: DevTools): Promise<void> {
  const { processInfo } = await tools.send('SystemInfo.getProcessInfo');
  for (const { type, id } of processInfo as { type: string; id: number }[]) {
    if (type === 'renderer') process.kill(id, 'SIGKILL');
  }
}

/** With all that it has started, which would otherwise keep its screen. */
function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // it has ended meanwhile
  }
}
