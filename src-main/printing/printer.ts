// SPDX-License-Identifier: EUPL-1.2
/** The office's printer, from its URL: the transport it names, a spooler before it, and slips made from tickets. */
import type { Ticket } from '../core/ticket.ts';
import type { Labels, Office } from '../core/views.ts';
import { createSpooler, type Report, type Spooler } from './spooler.ts';
import { tcpTransport } from './tcp.ts';
import { parsePrinter, type PrinterAddress, type Transport } from './transport.ts';
import { virtualTransport, type Roll } from './virtual.ts';

export interface OfficePrinter extends Omit<Spooler, 'print'> {
  print(ticket: Ticket, report: Report): void;
  /** What a virtual printer has printed; undefined for any other. */
  roll: Roll | undefined;
}

export interface PrinterParts {
  place: Office;
  labels: Pick<Labels, 'services'>;
  /** ISO 8601 with offset. */
  now: () => string;
  onFailure: (error: unknown) => void;
}

/**
 * @param url undefined or '' where no printer is set
 * @throws Error with a sentence if the URL cannot be understood
 */
export function openPrinter(url: string | undefined, { place, labels, now, onFailure }: PrinterParts): OfficePrinter {
  const address = url ? parsePrinter(url) : undefined;
  const { transport, roll } = address ? transportTo(address, now) : {};
  const spooler = createSpooler({ transport, width: address?.width ?? 576, now, onFailure });
  return {
    ...spooler,
    print({ id, number, service, issuedAt, ahead, reprint }, report) {
      const slip = { ticket: id, number, issuedAt, ahead, reprint, office: place };
      spooler.print({ ...slip, service: labels.services[service] ?? service }, report);
    },
    roll,
  };
}

function transportTo(address: PrinterAddress, now: () => string): { transport: Transport; roll?: Roll } {
  if (address.kind === 'tcp') return { transport: tcpTransport(address) };
  const virtual = virtualTransport(address, now);
  return { transport: virtual, roll: virtual };
}
