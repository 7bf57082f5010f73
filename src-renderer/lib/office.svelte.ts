// SPDX-License-Identifier: EUPL-1.2
/** The page's one link to the office: its last view, whether the office is in reach, and how to send it a command. */
import { io, type Socket } from 'socket.io-client';
import type { ConsoleCommand, PageToServer, Reply, ServerToPage, Views } from '#contract';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
type Page = keyof Views;

const RECONNECT_MS = 300;

export class Office<P extends Page> {
  #view = $state.raw<Views[P]>();
  #lost = $state(false);
  #left = false;
  #sound: boolean | undefined;
  readonly #socket: Socket<ServerToPage<Views[P]>, PageToServer<ConsoleCommand>>;

  /** @param onRefused called when the office does not let this page in (nobody is signed in, or not from here) */
  constructor(page: P, onRefused?: () => void) {
    this.#socket = io(`/${page}`, {
      transports: ['websocket'],
      reconnectionDelay: RECONNECT_MS,
      reconnectionDelayMax: RECONNECT_MS * 3,
      timeout: 2000,
    });
    this.#socket.on('view', (view) => {
      this.#view = view as Views[P];
      this.#lost = false;
    });
    this.#socket.on('connect', () => {
      if (this.#sound !== undefined) this.#socket.emit('sound', this.#sound);
    });
    this.#socket.on('disconnect', (reason) => {
      this.#lost = true;
      // Sent away by the office itself: socket.io does not ask again by itself, and only asking tells whether and why.
      if (reason === 'io server disconnect') this.#socket.connect();
    });
    this.#socket.on('connect_error', () => {
      if (this.#socket.active) this.#lost = true;
      else onRefused?.();
    });
  }

  /** The last view; undefined until the first arrives. */
  get view(): Views[P] | undefined {
    return this.#view;
  }

  /** True from the moment the office is out of reach until its next view. */
  get lost(): boolean {
    return this.#lost;
  }

  /**
   * Sends a command and waits for the reply, through lost connections: its id makes it safe to send again.
   * A command can only be meant for what the citizen or operator saw, so it should not outlive the page.
   */
  async send(act: Without<ConsoleCommand, 'id'>): Promise<Reply> {
    const command = { id: newId(), ...act } as ConsoleCommand;
    for (;;) {
      try {
        return await this.#socket.timeout(2000).emitWithAck('command', command);
      } catch {
        // no answer in time: the same id again gets the first reply
        if (this.#left) return new Promise(() => {});
      }
    }
  }

  /** Tells the office whether this display's sound works; said again whenever it comes back. */
  tellSound(works: boolean): void {
    this.#sound = works;
    if (this.#socket.connected) this.#socket.emit('sound', works);
  }

  leave(): void {
    this.#left = true;
    this.#socket.disconnect();
  }
}

/** A UUID v4; crypto.randomUUID exists only where the page came over https or from this machine. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
