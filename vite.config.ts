// SPDX-License-Identifier: EUPL-1.2
/** How the pages are built, and served with hot reload against an office that runs on SPORTELLO_PORT. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { spawn } from 'node:child_process';
import { defineConfig, type Plugin } from 'vite';

const port = process.env['SPORTELLO_PORT'] ?? '4710';
const office = `http://127.0.0.1:${port}`;
const page = (name: string) => new URL(`src-renderer/${name}index.html`, import.meta.url).pathname;

/** Starts an office for the pages to talk to, a demonstration, unless one answers already. */
const officeBeside: Plugin = {
  name: 'office-beside',
  apply: 'serve',
  async configureServer(server) {
    // the office serves a page without the slash at its end, too
    server.middlewares.use((request, _response, next) => {
      if (/^\/[a-z]+$/.test(request.url ?? '') && request.url !== '/health') request.url += '/';
      next();
    });
    const answers = await fetch(`${office}/health`).then(
      () => true,
      () => false,
    );
    if (answers) return;
    const monday = ['--demo', '--clock', '2026-11-23T09:00', '--printer', 'virtual:'];
    const child = spawn(process.execPath, ['src-main/run.mjs', 'serve', '--port', port, ...monday], {
      stdio: 'inherit',
    });
    process.once('exit', () => child.kill());
  },
};

export default defineConfig({
  root: 'src-renderer',
  publicDir: false,
  plugins: [svelte({ configFile: '../svelte.config.js' }), officeBeside],
  build: {
    outDir: '../dist/pages',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        links: page(''),
        kiosk: page('kiosk/'),
        display: page('display/'),
        console: page('console/'),
        paper: page('paper/'),
        'first-coordinator': page('first-coordinator/'),
        pair: page('pair/'),
      },
    },
  },
  server: {
    proxy: {
      '/api': office,
      '/health': office,
      '/paper/slips': office,
      '/paper/faults': office,
      '/socket.io': { target: office, ws: true },
    },
  },
});
