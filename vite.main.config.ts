// SPDX-License-Identifier: EUPL-1.2
/** How the office's programs are built: each into one file that needs no package but the native ones. */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const programs = ['main', 'launch', 'serve', 'operator', 'diagnostics', 'voice/speaker'];

/** What cannot be bundled: programs in machine code, a work under a licence of its own, and what ws only asks for if it happens to be there. */
const outside = ['electron', '@napi-rs/canvas', 'serialport', 'espeak-ng', 'bufferutil', 'utf-8-validate'];

/** Of a text that is Latin 1 throughout V8 keeps one byte a letter, else two: of five megabytes that is five more. */
const inLatin1: Plugin = {
  name: 'in-latin-1',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/[\u0100-\uffff]/g, escaped);
    }
  },
};

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The holidays of all countries, which V8 reads sooner from a text than from a source, and without keeping both. */
const holidaysAsText: Plugin = {
  name: 'holidays-as-text',
  transform(code, id) {
    const source = /^export const data = ({.*})\s*$/s.exec(code);
    if (!id.endsWith('/date-holidays/src/data.js') || !source) return;
    const text = JSON.stringify(JSON.parse(source[1]!));
    return `export const data = JSON.parse(${JSON.stringify(text)});`;
  },
};

export default defineConfig({
  plugins: [inLatin1, holidaysAsText],
  publicDir: false,
  resolve: {
    alias: {
      // escpos loads it to draw QR codes, which a slip has none of, and it makes Node warn at every start
      'qr-image': fileURLToPath(new URL('src-main/printing/get-pixels/index.cjs', import.meta.url)),
      // for the day on which an equinox falls, ten years' zones do: the history since 1847 takes 600 KB more
      'moment-timezone': 'moment-timezone/builds/moment-timezone-with-data-10-year-range.js',
    },
  },
  ssr: { noExternal: true, external: outside },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/main',
    emptyOutDir: true,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      input: Object.fromEntries(programs.map((name) => [basename(name), `src-main/${name}.ts`])),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        // an office holds its own source in memory; names stay, so that an error still says where it was
        minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
      },
    },
  },
});
