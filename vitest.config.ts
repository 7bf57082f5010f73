// SPDX-License-Identifier: EUPL-1.2
/**
 * How the tests run: those of the parts need nothing, those of the whole and of its states a built product and other
 * people's programs.
 */
import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const parts = [
  'test/*.test.ts',
  'test/core/**/*.test.ts',
  'test/main/{journal,server}/**/*.test.ts',
  // what reads a slip is installed like a Chromium
  'test/main/printing/**/!(reading).test.ts',
];

/** A kiosk has its machine to itself, and is held to five seconds there. */
const watchdog = ['test/electron/watchdog.test.ts'];

/** In a browser, whose clocks feel whatever else the machine does. */
const journeys = ['test/journey/**/*.test.ts', 'test/electron/!(watchdog).test.ts', 'test/main/launch.test.ts'];

const states = ['test/states/**/*.test.ts', 'test/faults/matrix.test.ts'];

/** Of tests that look at the built product. */
function built(test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration {
  return { extends: true, plugins: [svelte()], test: { globalSetup: 'test/global-setup.ts', ...test } };
}

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // what comes at all may come late where the machine is busy
    expect: { poll: { timeout: 10_000 } },
    // many wait for a page or for a printer: one core beside them would be idle
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // of those that run beside each other in one file, each of which looks at a page of its own
    maxConcurrency: 3,
    projects: [
      { extends: true, test: { name: 'parts', include: parts } },
      built({
        name: 'whole',
        include: ['test/**/*.test.ts'],
        exclude: [...parts, ...journeys, ...states, ...watchdog, '**/node_modules/**'],
      }),
      // what a busy machine was too late for may try again
      built({ name: 'journeys', include: journeys, retry: 1 }),
      // after the others, whose clocks would feel how busy they keep the machine
      built({ name: 'states', include: states, sequence: { groupOrder: 1 } }),
      built({ name: 'watchdog', include: watchdog, sequence: { groupOrder: 2 } }),
    ],
  },
});
