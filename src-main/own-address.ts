// SPDX-License-Identifier: EUPL-1.2
/** Where the office's own machine finds it: an office that listens everywhere has an address that is nowhere. */

/** @param url of the office, `http://0.0.0.0:4710` */
export function seenFromHere(url: string): string {
  return url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
}
