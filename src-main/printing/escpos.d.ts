// SPDX-License-Identifier: EUPL-1.2
/** The part of escpos 3.0.0-alpha.6 that is used here: its builder of bytes. */
declare module 'escpos' {
  interface Adapter {
    write(bytes: Buffer): void;
  }

  export default class Printer {
    constructor(adapter: Adapter);
    hardware(command: 'init'): this;
    raw(bytes: Buffer): this;
    /** Feeds that many lines, then cuts. */
    cut(partial: boolean, lines: number): this;
    /** Hands everything built so far to the adapter, at once. */
    flush(): this;
  }
}
