// SPDX-License-Identifier: EUPL-1.2
/** Whether somebody asks from the office's own machine, where the kiosk is. */

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d+){3})$/;

/** @param host the header, which names another machine where a foreign page asks in the name of whoever looks at it */
export function isFromHere(address: string, host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return LOOPBACK.test(address) && (name === 'localhost' || LOOPBACK.test(name));
}
