// SPDX-License-Identifier: EUPL-1.2
/** The built pages over HTTP, and which of them somebody who asks for the kiosk is given. */
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { isFromHere, type IsKiosk } from './here.ts';

const PAGES = ['display', 'console', 'pair', 'paper'];
const A_YEAR_SECONDS = 365 * 24 * 3600;

export interface PageParts {
  isKiosk: IsKiosk;
  /** Whether there is still nobody who could sign in. */
  isAwaited: (() => Promise<boolean>) | undefined;
  /** Whether there is paper to be seen. */
  hasRoll: boolean;
}

/** @param folder of the built pages */
export async function pageRoutes(
  app: FastifyInstance,
  folder: string,
  { isKiosk, isAwaited, hasRoll }: PageParts,
): Promise<void> {
  await app.register(files, { root: folder, index: ['index.html'], cacheControl: false, setHeaders: cacheHeaders });
  for (const page of PAGES.filter((name) => name !== 'paper' || hasRoll)) {
    app.get(`/${page}`, (_request, reply) => reply.sendFile(join(page, 'index.html')));
  }
  app.get('/kiosk', async ({ ip, headers }, reply) => {
    if (!isKiosk(ip, headers)) return reply.redirect('/pair');
    const isFirst = isFromHere(ip, headers) && (await isAwaited?.());
    return reply.sendFile(join(isFirst ? 'first-coordinator' : 'kiosk', 'index.html'));
  });
}

function cacheHeaders(reply: { header(name: string, value: string): unknown }, path: string): void {
  const forEver = /[\\/]assets[\\/]/.test(path);
  reply.header('cache-control', forEver ? `public, max-age=${A_YEAR_SECONDS}, immutable` : 'no-cache');
}
