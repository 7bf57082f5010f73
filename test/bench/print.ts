// SPDX-License-Identifier: EUPL-1.2
/** From the touch until the printer has the last byte of the slip, against the same bytes written to such a printer. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { startOffice } from '../office-process.ts';
import { openPage, walkIn } from '../page.ts';
import { median, quantile, timed, type Row } from './measure.ts';

const ROUNDS = 150;
const WARM_UP = 30;
const STATUS_OK = 0x12;
/** GS ( H, fn 48, the request that ends a job, without its four characters. */
const ENDS_A_JOB = Buffer.from([0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30]);

/** A printer that is always ready and prints at once. */
export async function startSink() {
  let job = Buffer.alloc(0);
  let ended: (job: Buffer) => void = () => {};
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      heard = Buffer.concat([heard, chunk]);
      while (heard.length >= 3 && heard[0] === 0x10 && heard[1] === 0x04) {
        socket.write(Buffer.from([STATUS_OK]));
        heard = heard.subarray(3);
      }
      const end = heard.indexOf(ENDS_A_JOB);
      if (end < 0 || heard.length < end + ENDS_A_JOB.length + 4) return;
      const id = heard.subarray(end + ENDS_A_JOB.length, end + ENDS_A_JOB.length + 4);
      job = heard;
      heard = Buffer.alloc(0);
      ended(job);
      socket.write(Buffer.from([0x37, 0x22, ...id, 0x00]));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: () => (server.address() as AddressInfo).port,
    nextJob: () => new Promise<Buffer>((resolve) => (ended = resolve)),
    close: () => server.close(),
  };
}

export async function benchPrint(): Promise<Row[]> {
  const sink = await startSink();
  const office = await startOffice(
    '--demo',
    '--clock',
    '2026-11-23T09:00',
    '--printer',
    `tcp://127.0.0.1:${sink.port()}`,
  );
  const kiosk = await openPage(office.url, 'kiosk');
  const touches: number[] = [];
  const writes: number[] = [];
  for (let i = 0; i < ROUNDS + WARM_UP; i += 1) {
    let job: Uint8Array = Buffer.alloc(0);
    const printing = sink.nextJob();
    const touch = await timed(async () => {
      void kiosk.send(walkIn);
      job = await printing;
    });
    await kiosk.view((view) => view.paper[0]?.state === 'printed' && view.services[0]?.waiting === i + 1);

    const socket = connect(sink.port(), '127.0.0.1');
    await once(socket, 'connect');
    const write = await timed(async () => {
      const arrived = sink.nextJob();
      socket.write(job);
      await arrived;
    });
    socket.destroy();
    if (i < WARM_UP) continue;
    touches.push(touch);
    writes.push(write);
  }
  kiosk.leave();
  await office.stop();
  sink.close();
  return [
    {
      what: 'Touch to the last byte at the printer, 576 dots',
      floor: median(writes),
      measured: median(touches),
      p99: quantile(touches, 0.99),
      goalMs: 15,
    },
  ];
}
