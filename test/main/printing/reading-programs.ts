// SPDX-License-Identifier: EUPL-1.2
/** Other people's programs that read a slip: which Debian packages of theirs are missing on this machine. */
import { execFileSync } from 'node:child_process';

/** What a program says, empty where it is not installed. */
function saysOf(program: string, ...args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

export function missingPackages(): string[] {
  const languages = saysOf('tesseract', '--list-langs').split('\n');
  const present: Record<string, boolean> = {
    imagemagick: saysOf('compare', '-version') !== '',
    'tesseract-ocr': languages.length > 1,
    'tesseract-ocr-ita': languages.includes('ita'),
    'tesseract-ocr-ara': languages.includes('ara'),
    'tesseract-ocr-ukr': languages.includes('ukr'),
    'zbar-tools': saysOf('zbarimg', '--version') !== '',
  };
  return Object.keys(present).filter((name) => !present[name]);
}
