// SPDX-License-Identifier: EUPL-1.2
/** Work on files that is done one after another, in the order in which it was asked for. */

/** A function that begins the work it is given once all earlier work has ended, well or badly. */
export function takingTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}
