// SPDX-License-Identifier: EUPL-1.2
/** The counters that this screen is for, from its address: `/display?counters=1,2`; all of them where none is named. */
import type { DisplayView } from '#contract';

export interface CountersShown {
  /** Undefined: the calls of all counters. */
  ids: readonly string[] | undefined;
  labels: readonly string[];
  /** Named in the address, but the office has no such counter. */
  unknown: readonly string[];
}

/** @param search `?counters=1,2` */
export function countersShown(search: string, counters: DisplayView['counters']): CountersShown {
  const names = (new URLSearchParams(search).get('counters') ?? '').split(',').map((name) => name.trim());
  const asked = [...new Set(names.filter(Boolean))];
  if (asked.length === 0) return { ids: undefined, labels: [], unknown: [] };
  const known = counters.filter(({ id }) => asked.includes(id));
  return {
    ids: known.map(({ id }) => id),
    labels: known.map(({ label }) => label),
    unknown: asked.filter((id) => !counters.some((counter) => counter.id === id)),
  };
}
