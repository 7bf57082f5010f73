// SPDX-License-Identifier: EUPL-1.2
/** The devices that were paired, as the office knows them, and how another is paired or one is removed. */
import type { Device, Pairing } from '#contract';

const ASK_AGAIN_MS = 2000;
const UNREACHABLE = 'L’ufficio non risponde: riprovi tra un momento.';

export const WORD_OF: Readonly<Record<Device['kind'], string>> = { kiosk: 'chiosco', display: 'schermo' };

export class Devices {
  #list = $state.raw<Device[]>([]);
  #sentence = $state('');

  get list(): readonly Device[] {
    return this.#list;
  }

  /** What came of the last act, where that is not seen. */
  get sentence(): string {
    return this.#sentence;
  }

  /** Keeps the list true until the answer is called. */
  watch(): () => void {
    void this.#look();
    const timer = setInterval(() => void this.#look(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }

  pair(kind: Device['kind'], name: string): Promise<Pairing | undefined> {
    return this.#ask('POST', '/api/pairing', { kind, name });
  }

  async remove(id: string): Promise<void> {
    await this.#ask('DELETE', `/api/devices/${id}`);
    await this.#look();
  }

  async #look(): Promise<void> {
    this.#list = (await this.#ask<Device[]>('GET', '/api/devices')) ?? this.#list;
  }

  async #ask<T>(method: string, path: string, what?: object): Promise<T | undefined> {
    try {
      const body = what && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(what) };
      const answer = await fetch(path, { method, ...body });
      const told = answer.status === 204 ? undefined : ((await answer.json()) as T & { message?: string });
      if (!answer.ok) this.#sentence = told?.message ?? UNREACHABLE;
      // looking at the list does not take back what was said of an act
      else if (method !== 'GET' || this.#sentence === UNREACHABLE) this.#sentence = '';
      return answer.ok ? told : undefined;
    } catch {
      this.#sentence = UNREACHABLE;
      return undefined;
    }
  }
}
