// SPDX-License-Identifier: EUPL-1.2
/** The list of a package's files: a name or a pattern a line, with * for any part of one name, and # for remarks. */

export interface Differences {
  /** Files that no line names. */
  unexpected: string[];
  /** Lines that name no file. */
  missing: string[];
}

export function differences(files: readonly string[], list: string): Differences {
  const lines = list.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const patterns = lines.map((line) => new RegExp(`^${line.split('*').map(escaped).join('[^/]*')}$`));
  return {
    unexpected: files.filter((file) => !patterns.some((pattern) => pattern.test(file))),
    missing: lines.filter((_line, i) => !files.some((file) => patterns[i]!.test(file))),
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
}
