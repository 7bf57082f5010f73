// SPDX-License-Identifier: EUPL-1.2
/** Where other machines reach this one. */
import { networkInterfaces } from 'node:os';

/** This machine's IPv4 addresses at this moment, without those that only it can reach. */
export function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return all.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address);
}
