// SPDX-License-Identifier: EUPL-1.2
/** A Chromium as what a kiosk is shown on: started again when it has ended, and kept to its one page. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { end, openKiosk } from './browser.ts';
import { devToolsOf, type DevTools, type Told } from './dev-tools.ts';
import { PLAIN_PAGE } from './plain-page.ts';
import type { Surface } from './revival.ts';

export interface BrowserSurface extends Surface {
  close(): Promise<void>;
}

interface Running {
  child: ChildProcess;
  tools: DevTools;
  /** Once it has one; rejects when it ends before. */
  page: Promise<Page>;
  hasPage: boolean;
  /** The address that is shown, undefined while it is under way or has crashed. */
  shown: string | undefined;
  /** Rejects when it has ended. */
  ended: Promise<never>;
  isOver: boolean;
}

/** The one page of a Chromium, which begins with the plain one. */
interface Page {
  session: string;
  /** Once it does what a kiosk's must, and not what it must not. */
  locked: Promise<unknown>;
}

/** A Chromium that has no page for so long never will: on a busy machine the first one takes its time. */
const STARTS_MS = 20_000;
/** One that does not answer for so long hangs as a whole. */
const ANSWERS_MS = 800;
const PULSE = 'document.body.childElementCount';
/** The status of the answer, once the page has loaded; 0 where there is none. */
const STATUS = `new Promise((loaded) => (document.readyState === 'complete' ? loaded() : addEventListener('load', loaded)))
  .then(() => performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0)`;

/** @param profile a folder that no other Chromium uses */
export function browserSurface(browser: string, profile: string): BrowserSurface {
  let running: Running | undefined;
  let gone: () => void = () => undefined;
  let closed = false;

  function open(): Running {
    const child = openKiosk(browser, PLAIN_PAGE, profile);
    const ended = new Promise<never>((_resolve, reject) => {
      child.once('error', (error) => reject(new Error(`Chromium cannot be run: ${error.message}`)));
      child.once('exit', () => reject(new Error('Chromium has ended')));
    });
    let attached: (session: string) => void;
    const session = new Promise<string>((resolve) => (attached = resolve));
    let own: unknown;
    const tools = devToolsOf(child, (told) => {
      const target = told.params['targetInfo'] as { targetId: string; type: string } | undefined;
      if (told.method === 'Target.attachedToTarget' && target?.type === 'page' && own === undefined) {
        own = target.targetId;
        attached(told.params['sessionId'] as string);
      } else if (told.method === 'Target.targetCreated' && target?.type === 'page') {
        // whatever was opened beside the page, by a key or by a hand
        if (own !== undefined && target.targetId !== own) close(target.targetId);
      } else if (running === opened) hear(told, opened);
    });
    const close = (targetId: string) => void tools.send('Target.closeTarget', { targetId }).catch(() => undefined);
    const firstPage = async () => {
      await tools.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
      const page = { session: await session, locked: lock(tools, await session) };
      page.locked.catch(() => undefined);
      opened.hasPage = true;
      return page;
    };
    const page = Promise.race([firstPage(), ended]);
    const opened: Running = { child, tools, page, hasPage: false, shown: PLAIN_PAGE, ended, isOver: false };
    ended.catch(() => {
      opened.isOver = true;
      if (running === opened) gone();
    });
    return opened;
  }

  function hear({ method, params }: Told, told: Running): void {
    const frame = params['frame'] as { parentId?: string; url: string } | undefined;
    const isCrash = method === 'Inspector.targetCrashed' || method === 'Inspector.detached';
    const isElsewhere = method === 'Page.frameNavigated' && !frame?.parentId && frame?.url !== told.shown;
    if (!isCrash && !(isElsewhere && told.shown !== undefined)) return;
    told.shown = undefined;
    gone();
  }

  /** Has one that runs, another in place of one that hangs. */
  async function begin(): Promise<void> {
    if (running?.hasPage && !running.isOver) {
      const answers = running.tools.send('Browser.getVersion').then(() => true);
      if (!(await Promise.race([answers, pause(ANSWERS_MS, false)]))) kill();
    }
    if (closed) throw new Error('it is closed');
    if (!running || running.isOver) running = open();
    if (await Promise.race([running.page, pause(STARTS_MS, undefined, { ref: false })])) return;
    kill();
    throw new Error('Chromium does not start');
  }

  function kill(): void {
    if (!running || running.isOver) return;
    running.isOver = true;
    killGroup(running.child);
  }

  return {
    begin,
    async show(url) {
      const now = running;
      if (!now) throw new Error('it is not open');
      // the plain page, with which it has begun
      if (now.shown === url) return;
      const { session, locked } = await now.page;
      now.shown = undefined;
      const arrive = async () => {
        const { errorText } = await now.tools.send('Page.navigate', { url }, session);
        if (errorText) throw new Error(`it was not found: ${String(errorText)}`);
        now.shown = url;
        const status = await evaluate(now.tools, session, STATUS);
        if (Number(status) >= 400) throw new Error(`it was answered with ${String(status)}`);
        await locked;
      };
      await Promise.race([arrive(), now.ended]);
    },
    async pulse() {
      if (!running) return false;
      const { session } = await running.page;
      return Boolean(await evaluate(running.tools, session, PULSE));
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

/** Given before the page is asked for, which does not wait until Chromium has answered. */
function lock(tools: DevTools, session: string): Promise<unknown> {
  return Promise.all([
    tools.send('Target.setDiscoverTargets', { discover: true }),
    // these are granted, and all others refused
    tools.send('Browser.grantPermissions', { permissions: [] }),
    tools.send('Browser.setDownloadBehavior', { behavior: 'deny' }),
    tools.send('Inspector.enable', {}, session),
    tools.send('Page.enable', {}, session),
  ]);
}

async function evaluate(tools: DevTools, session: string, expression: string): Promise<unknown> {
  const order = { expression, returnByValue: true, awaitPromise: true };
  const { result } = await tools.send('Runtime.evaluate', order, session);
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
