// SPDX-License-Identifier: EUPL-1.2
/** How the tests run: those of the parts need nothing, those of the whole a built product and other people's programs. */
import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const parts = [
  'test/*.test.ts',
  'test/core/**/*.test.ts',
  'test/main/{journal,server}/**/*.test.ts',
  // what reads a slip is installed like a Chromium
  'test/main/printing/**/!(reading).test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // many wait for a page or for a printer: one core beside them would be idle
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { extends: true, test: { name: 'parts', include: parts } },
      {
        extends: true,
        plugins: [svelte()],
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: [...parts, '**/node_modules/**'],
          globalSetup: 'test/global-setup.ts',
        },
      },
    ],
  },
});
