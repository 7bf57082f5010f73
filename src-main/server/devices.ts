// SPDX-License-Identifier: EUPL-1.2
/** Kiosks and displays on other machines, each let in by a key of its own; only the hashes of the keys are kept. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Device } from '../contract.ts';
import type { Store } from './operators.ts';
import { hashOf, newToken } from './token.ts';

/** What the file of devices holds, by key hash; `since` is when it was paired. */
export const devicesSchema = z.record(
  z.string(),
  z.strictObject({ id: z.uuid(), kind: z.enum(['kiosk', 'display']), name: z.string(), since: z.iso.datetime() }),
);

export interface Devices {
  list(): Device[];
  /** Resolves to the key for the cookie. */
  pair(device: Pick<Device, 'kind' | 'name'>): Promise<string>;
  find(key: string | undefined): Device | undefined;
  /** Resolves to false where there is no such device. */
  remove(id: string): Promise<boolean>;
}

export function createDevices(store: Store<Record<string, Device>>): Devices {
  return {
    list: () => Object.values(store.read()),
    async pair(device) {
      const key = newToken();
      const paired = { id: randomUUID(), ...device, since: new Date().toISOString() };
      await store.write({ ...store.read(), [hashOf(key)]: paired });
      return key;
    },
    find: (key) => (key === undefined ? undefined : store.read()[hashOf(key)]),
    async remove(id) {
      const kept = Object.entries(store.read()).filter(([, device]) => device.id !== id);
      if (kept.length === Object.keys(store.read()).length) return false;
      await store.write(Object.fromEntries(kept));
      return true;
    },
  };
}
