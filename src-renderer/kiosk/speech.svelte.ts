// SPDX-License-Identifier: EUPL-1.2
/**
 * Guided speech: says each page from its heading on, then goes from one thing to the next by three keys. It knows
 * nothing of the pages but what can be read on them, and marks what it says.
 */
import { closeWhenDue, stayOpen } from './attention.ts';
import type { Press } from './keypad.ts';
import { isButton, itemsOn, pageLanguage, wordsOf, type ButtonWords, type Utterance } from './reading.ts';

export const VOLUMES = 5;
/** Moderate: nobody knows whether there are headphones. */
const FIRST_VOLUME = 3;
/** Since the last word or key; at least 20 (EN 301 549, 11.2.2.1). */
const STAYS_SECONDS = 25;
/** When a page that closes says so again. */
const WARNED_SECONDS = 10;
const SETTLED_MS = 60;
const MARK = 'data-said';

export interface GuideWords extends ButtonWords {
  intro: string;
}

export class Guide {
  #volume = $state(FIRST_VOLUME);
  #caption = $state('');
  #current: HTMLElement | undefined;
  #place = 0;
  #toSay: Utterance[] = [];
  #isSaying = false;
  /** Whether it goes on by itself, until something can be chosen. */
  #reads = false;
  /** A warning that a page closes does not keep it open. */
  #isWarning = false;
  #seen = lookedAt();
  #chosen: HTMLElement | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  readonly #audio = new Audio();
  readonly #observer = new MutationObserver(() => this.#lookSoon());
  readonly #words: () => GuideWords;

  constructor(words: () => GuideWords) {
    this.#words = words;
    this.#audio.onended = () => this.#goOn();
    this.#audio.onerror = () => this.#isSaying && this.#goOn();
  }

  /** From 1 to 5. */
  get volume(): number {
    return this.#volume;
  }

  /** What is said and stands nowhere on the page. */
  get caption(): string {
    return this.#caption;
  }

  start(): void {
    this.#observer.observe(document.documentElement, {
      ...{ subtree: true, childList: true, characterData: true },
      attributeFilter: ['lang', 'inert'],
    });
    this.#stay();
    // the mark alone says where one is
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const { intro } = this.#words();
    this.#announce([{ language: pageLanguage(), text: intro }]);
    this.#caption = intro;
  }

  /** Leaves everything as the next citizen should find it. */
  stop(): void {
    this.#observer.disconnect();
    clearTimeout(this.#settling);
    this.#settling = undefined;
    this.#hush();
    this.#mark(undefined);
    this.#caption = '';
    this.#volume = FIRST_VOLUME;
    closeWhenDue();
  }

  press(press: Exclude<Press, 'off'>): void {
    this.#stay();
    if (press === 'next') this.#step(1);
    else if (press === 'back') this.#step(-1);
    else if (press === 'choose') this.#choose();
    else this.#changeVolume(press === 'louder' ? 1 : -1);
  }

  /** Says again what was said last, as loud as it is now. */
  #changeVolume(by: number): void {
    this.#volume = Math.min(VOLUMES, Math.max(1, this.#volume + by));
    if (this.#current) this.#tell(this.#current);
  }

  #step(by: number): void {
    const items = itemsOn(document.body);
    const at = this.#current ? items.indexOf(this.#current) : -1;
    const next = items.at(((at < 0 ? this.#place : at) + by) % items.length);
    this.#reads = false;
    if (next) this.#tell(next);
  }

  #choose(): void {
    const chosen = this.#current;
    if (!chosen?.isConnected) return this.#step(1);
    this.#reads = false;
    if (!isButton(chosen)) return this.#tell(chosen);
    this.#hush();
    this.#chosen = chosen;
    chosen.click();
    this.#lookSoon();
  }

  /** Once what is changing has settled. */
  #lookSoon(): void {
    this.#settling ??= setTimeout(() => {
      this.#settling = undefined;
      this.#look();
    }, SETTLED_MS);
  }

  #look(): void {
    const before = this.#seen;
    const chosen = this.#chosen;
    this.#seen = lookedAt();
    this.#chosen = undefined;
    if (this.#seen.main !== before.main || this.#seen.heading !== before.heading) return this.#announce();
    const items = itemsOn(document.body);
    // what was marked may have been drawn anew
    if (this.#current && !items.includes(this.#current)) this.#mark(items[this.#place]);
    if (chosen?.isConnected) return this.#tell(chosen);

    const isStillToCome = (element: HTMLElement) =>
      this.#reads && items.some((item, i) => i > this.#place && element.contains(item));
    const { news, closing, seconds } = this.#seen;
    for (const { element, text } of news) {
      const isKnown = before.news.some((known) => known.text === text);
      if (!isKnown && !isStillToCome(element)) this.#add(wordsOf(element));
    }
    const isNew = seconds < Infinity && before.seconds === Infinity;
    const isDue = seconds <= WARNED_SECONDS && before.seconds > WARNED_SECONDS;
    if (closing && (isNew || isDue) && !isStillToCome(closing)) {
      this.#isWarning = !this.#isSaying;
      this.#add(wordsOf(closing));
    }
  }

  /** Says a page that is new: `first` this, then from its heading on. */
  #announce(first: Utterance[] = []): void {
    this.#seen = lookedAt();
    const items = itemsOn(document.body);
    const heading = items.findIndex((item) => item.matches('h1'));
    this.#hush();
    this.#mark(undefined);
    this.#place = Math.max(0, heading) - 1;
    this.#toSay = first;
    this.#reads = true;
    this.#goOn();
  }

  #tell(item: HTMLElement): void {
    this.#hush();
    this.#mark(item);
    this.#add(wordsOf(item, this.#words()));
  }

  #add(words: Utterance[]): void {
    this.#toSay.push(...words);
    if (!this.#isSaying) this.#goOn();
  }

  #goOn(): void {
    if (!this.#isWarning) this.#stay();
    const next = this.#toSay.shift();
    if (next) return this.#say(next);
    this.#isSaying = false;
    this.#isWarning = false;
    const item = this.#reads ? itemsOn(document.body)[this.#place + 1] : undefined;
    this.#reads = item !== undefined && !isButton(item);
    if (!item) return;
    this.#caption = '';
    this.#mark(item);
    this.#add(wordsOf(item, this.#words()));
  }

  #say({ language, text }: Utterance): void {
    this.#isSaying = true;
    this.#audio.src = `/voice/${language}/text?say=${encodeURIComponent(text)}`;
    this.#audio.volume = this.#volume / VOLUMES;
    // interrupted by the next key
    this.#audio.play().catch(() => {});
  }

  #hush(): void {
    this.#audio.pause();
    this.#toSay = [];
    this.#isSaying = false;
    this.#isWarning = false;
    this.#caption = '';
  }

  #mark(item: HTMLElement | undefined): void {
    this.#current?.removeAttribute(MARK);
    this.#current = item;
    item?.setAttribute(MARK, '');
    if (item) this.#place = itemsOn(document.body).indexOf(item);
  }

  #stay(): void {
    stayOpen(performance.now() / 1000, STAYS_SECONDS);
  }
}

/** What tells one page from another, and what on it speaks up by itself. */
function lookedAt() {
  const speakUp = [...document.querySelectorAll<HTMLElement>('[role="status"], [role="alert"]')];
  const closing = [...document.querySelectorAll<HTMLElement>('footer p')].find((p) => /\d/.test(p.innerText));
  return {
    main: document.querySelector('main'),
    heading: pageLanguage() + (document.querySelector('h1')?.innerText ?? ''),
    news: speakUp.filter(({ innerText }) => innerText.trim()).map((element) => ({ element, text: element.innerText })),
    closing,
    seconds: closing ? Number(/\d+/.exec(closing.innerText)?.[0]) : Infinity,
  };
}
