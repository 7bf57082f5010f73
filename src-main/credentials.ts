// SPDX-License-Identifier: EUPL-1.2
/** Addresses without the name and password that they may carry before the host. */

const CREDENTIALS = /([a-z][a-z0-9+.-]*:\/\/)[^\s/?#"'@]*@/gi;

export function withoutCredentials(text: string): string {
  return text.replace(CREDENTIALS, '$1');
}
