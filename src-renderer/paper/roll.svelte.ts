// SPDX-License-Identifier: EUPL-1.2
/** The virtual printer as its page knows it, asked for once a second: the slips that came out, and what ails it. */

export interface PrintedSlip {
  id: number;
  /** When it was cut off, ISO 8601 with offset. */
  at: string;
  /** It was not cut off: torn from an old roll, or hanging out of the printer. */
  half: boolean;
  picture: string;
}

export interface Faults {
  present: readonly string[];
  /** Those that will come in the middle of the next slip. */
  expected: readonly string[];
}

export interface Order {
  fault: string;
  present: boolean;
  /** After so many rows or bytes; at once if left out. */
  after?: number;
}

const EVERY_MS = 1000;

export class Roll {
  #slips = $state.raw<PrintedSlip[]>();
  #faults = $state.raw<Faults>({ present: [], expected: [] });
  #lost = $state(false);
  #left = false;

  /** Newest first; undefined until the office has answered. */
  get slips(): PrintedSlip[] | undefined {
    return this.#slips;
  }

  get faults(): Faults {
    return this.#faults;
  }

  /** True while the office does not answer. */
  get lost(): boolean {
    return this.#lost;
  }

  async follow(): Promise<void> {
    while (!this.#left) {
      try {
        const slips = await printedSlips();
        const newest = this.#slips?.[0]?.id ?? 0;
        // the office was started again: its pictures have the names of others that the browser still holds
        if ((slips[0]?.id ?? 0) < newest) return location.reload();
        // a slip is shown when its picture is there, so that it can come out of the slot at its full length
        if (this.#slips) await Promise.all(slips.filter(({ id }) => id > newest).map(loaded));
        this.#slips = slips;
        this.#faults = await ask<Faults>('/paper/faults');
        this.#lost = false;
      } catch {
        this.#lost = true;
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }

  /** Makes the printer fail or mends it. */
  async order(order: Order): Promise<void> {
    const body = JSON.stringify(order);
    const headers = { 'content-type': 'application/json' };
    try {
      this.#faults = await ask<Faults>('/paper/faults', { method: 'POST', headers, body });
    } catch {
      this.#lost = true;
    }
  }

  leave(): void {
    this.#left = true;
  }
}

async function printedSlips(): Promise<PrintedSlip[]> {
  const slips = await ask<{ id: number; at: string; half?: number }[]>('/paper/slips');
  return slips.map(({ id, at, half }) => ({
    ...{ id, at, half: half !== undefined },
    // a slip that grows is another picture every time
    picture: half === undefined ? `/paper/slips/${id}.png` : `/paper/slips/${id}.png?half=${half}`,
  }));
}

async function ask<T>(url: string, request: RequestInit = {}): Promise<T> {
  const answer = await fetch(url, { ...request, signal: AbortSignal.timeout(2 * EVERY_MS) });
  if (!answer.ok) throw new Error(`The office answered ${answer.status}`);
  return (await answer.json()) as T;
}

async function loaded({ picture }: PrintedSlip): Promise<void> {
  const image = new Image();
  image.src = picture;
  await image.decode().catch(() => {});
}
