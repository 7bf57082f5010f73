// SPDX-License-Identifier: EUPL-1.2
/**
 * Whether one letter or digit is enough for a step. It can be switched off on this machine, for whoever speaks to the
 * computer or presses keys unwillingly (EN 301 549, 11.2.1.4).
 */
import type { Press } from './keys.ts';

const KEPT_AS = 'single-keys';

class SingleKeys {
  #on = $state(localStorage.getItem(KEPT_AS) !== 'off');

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    if (on) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, 'off');
  }

  /** Whether this press, or a key with this cap, counts for nothing now. */
  silences({ key, ctrlKey = false, metaKey = false }: Pick<Press, 'key'> & Partial<Press>): boolean {
    return !this.#on && key.length === 1 && key !== ' ' && !ctrlKey && !metaKey;
  }
}

export const singleKeys = new SingleKeys();
