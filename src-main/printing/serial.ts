// SPDX-License-Identifier: EUPL-1.2
/** The way to a printer on a serial port. */
import { access, constants } from 'node:fs/promises';
import { lineTo, unusable } from './device.ts';
import type { SerialAddress, Transport } from './transport.ts';

/** A start bit, eight bits and a stop bit. */
const BITS_A_BYTE = 10;

export function serialTransport({ path, baud, confirm }: Omit<SerialAddress, 'kind' | 'width'>): Transport {
  return {
    confirm,
    bytesPerSecond: baud / BITS_A_BYTE,
    async open() {
      try {
        await access(path, constants.R_OK | constants.W_OK);
        // machine code: loaded only where there is such a printer
        const { SerialPort } = await import('serialport');
        // a printer that says XOFF has to be obeyed, and none of its answers can be taken for it
        const port = await SerialPort.binding.open({ path, baudRate: baud, xon: true, xoff: true });
        if (!('fd' in port) || port.fd === null) throw new Error('this system has no such serial ports');
        // an answer to a line before this one is none to this
        await port.flush();
        // the package's own writing stops for good when something is heard meanwhile: bytes go the way of a file
        return lineTo({
          fd: port.fd,
          answers: true,
          drain: () => port.drain(),
          async close() {
            // what a printer never took would hold up the closing, for as long as the printer likes
            await port.flush().catch(() => {});
            await port.close();
          },
        });
      } catch (error) {
        throw unusable(path, error);
      }
    },
  };
}
