// SPDX-License-Identifier: EUPL-1.2
/** The office's name on its network: whoever asks for it there (RFC 6762, mDNS) is told this machine's addresses. */
import multicastDns from 'multicast-dns';
import type { Log } from './log.ts';
import { ownAddresses } from './own-address.ts';

const MDNS_PORT = 5353;
/** RFC 6762, 10: for records that name a host. */
const SECONDS = 120;

/**
 * Answers for this name, `sportello.local`, from now on, with the addresses that the machine has at that moment. That it
 * cannot, or that another machine has the name too, goes to the log: an office is found by its address as well.
 *
 * @returns what ends it
 */
export function answerTo(host: string, log: Log): () => Promise<void> {
  const mdns = multicastDns();
  let hasTold = false;
  const warn = (error: Error) => {
    if (!hasTold) log.warn(`other machines may not find the office as ${host}: ${error.message}`);
    hasTold = true;
  };
  mdns.on('error', warn);
  mdns.on('warning', () => undefined);
  mdns.on('query', ({ questions }, { port, address }) => {
    const isAsked = questions.some(
      (question) => question.name.toLowerCase() === host && ['A', 'ANY'].includes(question.type),
    );
    if (!isAsked) return;
    const answers = ownAddresses().map((data) => ({ name: host, type: 'A' as const, ttl: SECONDS, flush: true, data }));
    if (answers.length === 0) return;
    // 6.7: one who asks from another port hears nothing that is said to all
    if (port === MDNS_PORT) mdns.respond(answers);
    else mdns.respond(answers, { port, address });
  });
  mdns.on('response', ({ answers }) => {
    const foreign = answers.find(
      (answer) => answer.type === 'A' && answer.name.toLowerCase() === host && !ownAddresses().includes(answer.data),
    );
    if (foreign) warn(new Error('another machine has this name too; give one of them another localName'));
  });
  return () => new Promise((resolve) => mdns.destroy(() => resolve()));
}
