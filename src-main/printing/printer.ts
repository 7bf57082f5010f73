// SPDX-License-Identifier: EUPL-1.2
/** The office's printer, from its URL: the transport it names, a spooler before it, and slips made from tickets. */
import type { Ticket } from '../core/ticket.ts';
import type { Labels, Office } from '../core/views.ts';
import { fileTransport } from './file.ts';
import { registerFonts } from './fonts.ts';
import { serialTransport } from './serial.ts';
import { createSpooler, type Report, type Spooler } from './spooler.ts';
import { tcpTransport } from './tcp.ts';
import { parsePrinter, type PrinterAddress, type Transport } from './transport.ts';
import { createVirtualPrinter, type Roll } from './virtual.ts';

export interface OfficePrinter extends Omit<Spooler, 'print'> {
  /** @param wanted whether the slip still makes sense, asked before it is printed and before it is tried again */
  print(ticket: Ticket, report: Report, wanted?: () => boolean): void;
  /** What a virtual printer has printed; undefined for any other. */
  roll: Roll | undefined;
}

export interface PrinterParts {
  place: Office;
  labels: Pick<Labels, 'services'>;
  /** Under which a ticket's own page is found, if it has one. */
  publicAddress?: string | null | undefined;
  /** ISO 8601 with offset. */
  now: () => string;
  onFailure: (error: unknown) => void;
}

/**
 * Never fails: a printer that cannot be used is absent, and its status says why in a sentence.
 * @param url undefined or '' where no printer is set
 */
export function openPrinter(
  url: string | undefined,
  { place, labels, publicAddress, now, onFailure }: PrinterParts,
): OfficePrinter {
  const { address, problem } = usable(url);
  const { transport, roll } = address ? transportTo(address, now) : {};
  const spooler = createSpooler({ transport, problem, width: address?.width ?? 576, now, onFailure });
  return {
    ...spooler,
    print({ id, number, language, service, issuedAt, ahead, waitMinutes, reprint }, report, wanted) {
      const slip = { ticket: id, number, language, issuedAt, ahead, waitMinutes, reprint, office: place };
      const address = publicAddress ? `${publicAddress.replace(/\/$/, '')}/${id}` : undefined;
      const named = { serviceId: service, service: labels.services[service] ?? service };
      spooler.print({ ...slip, ...named, address }, report, wanted);
    },
    roll,
  };
}

function usable(url: string | undefined): { address?: PrinterAddress; problem?: string } {
  try {
    if (!url) return {};
    const address = parsePrinter(url);
    registerFonts();
    return { address };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

function transportTo(address: PrinterAddress, now: () => string): { transport: Transport; roll?: Roll } {
  switch (address.kind) {
    case 'tcp':
      return { transport: tcpTransport(address) };
    case 'file':
      return { transport: fileTransport(address) };
    case 'serial':
      return { transport: serialTransport(address) };
    case 'virtual': {
      const device = createVirtualPrinter({ width: address.width, now });
      return { transport: { confirm: address.confirm, open: async () => device.connect() }, roll: device };
    }
  }
}
