// SPDX-License-Identifier: EUPL-1.2
/** Sounds the calls one after another, each to its end, with two players that take turns: one plays, one gets ready. */
import type { DisplayView } from '#contract';
import { clipsOf, type Clip } from './announcement.ts';
import type { Call } from './new-calls.svelte.ts';

/** With so many waiting, a call that already waits to be heard is not put behind itself once more. */
const LONG_LINE = 8;
/** A player that hangs must not silence the wall for the rest of the day. */
const PATIENCE_MS = 5000;

type Player = HTMLAudioElement;

export class Announcer {
  readonly #players: readonly [Player, Player];
  readonly #chime: string;
  #waiting: { call: Call; clips: Clip[] }[] = [];
  #busy = false;
  #heard = $state.raw<Call>();
  #state = $state<'works' | 'refused' | 'failed'>();

  /** @param chime where the chime is found */
  constructor(players: readonly [Player, Player], chime: string) {
    this.#players = players;
    this.#chime = chime;
  }

  /** The call that is heard now. */
  get heard(): Call | undefined {
    return this.#heard;
  }

  /** `refused` while the browser lets nothing sound before somebody touches the screen; undefined until it is known. */
  get state(): 'works' | 'refused' | 'failed' | undefined {
    return this.#state;
  }

  /** @param calls oldest first */
  announce(calls: readonly Call[], loudness: DisplayView['sound']): void {
    for (const call of calls) {
      const clips = clipsOf(call, loudness, this.#chime);
      const waits = this.#waiting.some((w) => w.call.number === call.number && w.call.counter === call.counter);
      if (clips.length > 0 && !(waits && this.#waiting.length >= LONG_LINE)) this.#waiting.push({ call, clips });
    }
    void this.#work();
  }

  /** Finds out, unheard, whether the browser lets it sound. Called during a touch, it wins the browser's leave. */
  async tryOut(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const tries = this.#players.map(async (player) => {
      player.src = this.#chime;
      player.volume = 0;
      const state = await start(player);
      player.pause();
      return state;
    });
    this.#state = (await Promise.all(tries)).reduce((worst, state) => (worst === 'works' ? state : worst));
    this.#busy = false;
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      this.#heard = next.call;
      await this.#sound(next.clips);
    }
    this.#heard = undefined;
    this.#busy = false;
  }

  /** What the browser refuses is dropped: nobody wants to hear it when the screen is touched an hour later. */
  async #sound(clips: Clip[]): Promise<void> {
    let [player, other] = this.#players;
    let clip = await getReady(player, clips);
    while (clip) {
      const end = ended(player);
      this.#state = await start(player);
      if (this.#state === 'refused') return;
      const following = getReady(other, clips);
      if (this.#state === 'works') await end;
      player.pause();
      clip = await following;
      [player, other] = [other, player];
    }
  }
}

/** Takes the next clip that there is from the list, without the rest of a phrase that lacks one. */
async function getReady(player: Player, clips: Clip[]): Promise<Clip | undefined> {
  for (let clip = clips.shift(); clip; clip = clips.shift()) {
    const loaded = first(player, ['canplaythrough', 'error'], PATIENCE_MS);
    player.src = clip.url;
    player.volume = clip.volume;
    player.load();
    if ((await loaded) === 'canplaythrough') return clip;
    while (clips[0]?.phrase === clip.phrase) clips.shift();
  }
  return undefined;
}

async function start(player: Player): Promise<'works' | 'refused' | 'failed'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'failed'>((resolve) => (timer = setTimeout(() => resolve('failed'), PATIENCE_MS)));
  const started = player.play().then(
    () => 'works' as const,
    (error: DOMException) => (error.name === 'NotAllowedError' ? ('refused' as const) : ('failed' as const)),
  );
  return Promise.race([started, late]).finally(() => clearTimeout(timer));
}

function ended(player: Player): Promise<string> {
  const length = Number.isFinite(player.duration) ? player.duration * 1000 : 2 * PATIENCE_MS;
  return first(player, ['ended', 'error'], length + PATIENCE_MS);
}

/** The first of these events, or `late`. */
function first(player: Player, types: string[], patienceMs: number): Promise<string> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = (what: string) => {
      clearTimeout(timer);
      over.abort();
      resolve(what);
    };
    const timer = setTimeout(() => end('late'), patienceMs);
    for (const type of types) player.addEventListener(type, () => end(type), { signal: over.signal });
  });
}
