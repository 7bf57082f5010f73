// SPDX-License-Identifier: EUPL-1.2
/** What the linter holds: the recommended rules, and those that need types where a slip would cost a ticket. */
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default defineConfig(
  { ignores: ['dist', 'release', 'data', 'src-main/printing/get-pixels'] },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  svelte.configs.prettier,
  { languageOptions: { globals: globals.node } },
  { files: ['src-renderer/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], projectService: true, svelteConfig },
    },
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  // {' '} keeps a space that a component would lose
  { files: ['**/*.svelte'], rules: { 'svelte/no-useless-mustaches': 'off' } },
  {
    // The law narrows a command from switch to switch; that none is left over is checked by what it returns.
    files: ['src-main/core/queue.ts'],
    rules: { '@typescript-eslint/switch-exhaustiveness-check': 'off' },
  },
  {
    files: ['src-main/core/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['Date.now', 'Math.random', 'Temporal.Now'].map((name) => {
          const [object, property] = name.split('.');
          return {
            selector: `MemberExpression[object.name='${object}'][property.name='${property}']`,
            message: `The core has no ${name}: time and chance are arguments.`,
          };
        }),
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The core has no clock.' },
      ],
    },
  },
);
