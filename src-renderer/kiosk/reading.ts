// SPDX-License-Identifier: EUPL-1.2
/** What can be read or chosen on the page, in the order in which it is read, and the words of each. */
import type { Language } from '#contract';

/** A text in one language, short enough to be said at once. */
export interface Utterance {
  language: Language;
  text: string;
}

/** Words that are said of a button, in the language of the page. */
export interface ButtonWords {
  button: string;
  chosen: string;
}

const LONGEST = /.{1,290}(?=\s|$)|.{1,290}/gsu;
/** What is read as one, whatever is in it. */
const WHOLE = 'button, a[href], p, h1, h2, h3, h4, dl > div, dt, dd, li, time, figcaption';

export function itemsOn(page: Element): HTMLElement[] {
  const items: HTMLElement[] = [];
  const visit = (element: HTMLElement) => {
    if (!isShown(element)) return;
    if (element.matches(WHOLE) || hasOwnText(element)) {
      if (wordsOf(element).length > 0) items.push(element);
    } else for (const child of element.children) if (child instanceof HTMLElement) visit(child);
  };
  for (const child of page.children) if (child instanceof HTMLElement) visit(child);
  return items;
}

/** With `words`, what can be pressed says so. */
export function wordsOf(element: HTMLElement, words?: ButtonWords): Utterance[] {
  const runs: Utterance[] = [];
  const say = (language: Language, text: string) => {
    const last = runs.at(-1);
    if (last?.language === language) last.text += ` ${text}`;
    else runs.push({ language, text });
  };
  const label = element.getAttribute('aria-label');
  if (label) say(languageOf(element), label);
  else gather(element, say);
  if (words && isButton(element) && runs.length > 0) {
    const state = element.getAttribute('aria-pressed') === 'true' ? `${words.button}, ${words.chosen}` : words.button;
    runs.at(-1)!.text += '.';
    say(pageLanguage(), state);
  }
  return runs.flatMap(({ language, text }) =>
    [...tidy(text).matchAll(LONGEST)].map(([part]) => ({ language, text: part.trim() })),
  );
}

export function pageLanguage(): Language {
  return languageOf(document.documentElement);
}

export function isButton(element: Element): boolean {
  return element.matches('button, a[href]');
}

function gather(element: Element, say: (language: Language, text: string) => void): void {
  for (const node of element.childNodes) {
    if (node instanceof HTMLElement && isShown(node)) gather(node, say);
    else if (node instanceof Text && node.data.trim()) {
      say(languageOf(element), element.matches('dt') ? `${node.data.trim()}:` : node.data);
    }
  }
}

function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
}

function isShown(element: HTMLElement): boolean {
  if (element.inert || element.ariaHidden === 'true') return false;
  // what has no box of its own counts as invisible, and what is in it is not
  return element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === 'contents';
}

function languageOf(element: Element): Language {
  return (element.closest<HTMLElement>('[lang]')?.lang ?? 'it') as Language;
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
