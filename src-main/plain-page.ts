// SPDX-License-Identifier: EUPL-1.2
/** What a screen shows while its page is away: a few kind words in every language, in a page that needs nobody. */
import { ar } from './messages/pages/ar.ts';
import { en } from './messages/pages/en.ts';
import { es } from './messages/pages/es.ts';
import { fr } from './messages/pages/fr.ts';
import { it } from './messages/pages/it.ts';
import { ro } from './messages/pages/ro.ts';
import { uk } from './messages/pages/uk.ts';
import { zh } from './messages/pages/zh.ts';

const others = Object.entries({ en, ar, es, ro, fr, uk, zh });

const html = `<!doctype html>
<html lang="it">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Sportello</title>
<style>
  html { height: 100%; overflow: hidden; background: #fff; color: #17324d; font: 3vmin sans-serif; cursor: none }
  body { display: grid; place-content: center; gap: 2vmin; height: 100%; margin: 0; text-align: center }
  * { margin: 0; user-select: none }
  h1 { font-size: 9vmin; color: #036 }
  p:first-of-type { font-size: 5vmin }
</style>
<h1>${it.moment}</h1>
<p>${it.momentAdvice}</p>
${others.map(([id, { moment }]) => `<p lang="${id}" dir="auto">${moment}</p>`).join('\n')}
</html>`;

/** An address that holds the page itself: it comes up when nothing else does. */
export const PLAIN_PAGE = `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
