// SPDX-License-Identifier: EUPL-1.2
/** Whether somebody asks from the office's own machine, where the kiosk is. */
import type { IncomingHttpHeaders } from 'node:http';

/** Whether somebody may act as a kiosk does: from here, or with the key of one that was paired. */
export type IsKiosk = (address: string, headers: IncomingHttpHeaders) => boolean;

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d+){3})$/;
/** Headers with which a proxy on this machine says that it asks for somebody else. */
const FOR_OTHERS = ['forwarded', 'x-forwarded-for', 'x-real-ip'];

/** @param headers whose `host` names another machine where a foreign page asks in the name of whoever looks at it */
export function isFromHere(address: string, headers: IncomingHttpHeaders): boolean {
  const name = (headers.host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  const asksForOthers = FOR_OTHERS.some((header) => headers[header] !== undefined);
  return LOOPBACK.test(address) && (name === 'localhost' || LOOPBACK.test(name)) && !asksForOthers;
}
