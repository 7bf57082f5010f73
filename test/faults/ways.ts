// SPDX-License-Identifier: EUPL-1.2
/** The ways to a printer that fails, and how it tells that a slip is on paper. */
import { fileTransport } from '../../src-main/printing/file.ts';
import { serialTransport } from '../../src-main/printing/serial.ts';
import { tcpTransport } from '../../src-main/printing/tcp.ts';
import type { Transport } from '../../src-main/printing/transport.ts';
import type { VirtualPrinter } from '../../src-main/printing/virtual.ts';
import { putOnNetwork } from './tcp-device.ts';
import { putBehindTerminal } from './terminal-device.ts';

export const WAYS = ['virtual', 'tcp', 'tcp, gs-r', 'tcp, none', 'file', 'serial'] as const;
export type Way = (typeof WAYS)[number];

export interface Connected {
  transport: Transport;
  /** How it is made to fail, where that takes more than the printer itself. */
  hand?: Pick<VirtualPrinter, 'fail' | 'mend'>;
  close(): Promise<void>;
}

/** A slip takes four pieces on it. */
const BAUD = 460_800;
/** What it carries in 0.3 s: longer than a piece takes, and shorter than any hand. */
const MOST_LOST = (BAUD / 10) * 0.3;

export async function connected(virtual: VirtualPrinter, way: Way): Promise<Connected> {
  const confirm = way === 'tcp, gs-r' ? 'gs-r' : way === 'tcp, none' ? 'none' : 'process-id';
  switch (way) {
    case 'virtual':
      return { transport: { confirm, open: async () => virtual.connect() }, close: async () => {} };
    case 'file': {
      const { path, close } = await putBehindTerminal(virtual, 'goes');
      return { transport: fileTransport({ path, confirm }), close };
    }
    case 'serial': {
      const { path, close } = await putBehindTerminal(virtual, 'stays', MOST_LOST);
      return { transport: serialTransport({ path, baud: BAUD, confirm }), close };
    }
    default: {
      const { host, port, fail, mend, close } = await putOnNetwork(virtual);
      return { transport: tcpTransport({ host, port, confirm }), hand: { fail, mend }, close };
    }
  }
}
