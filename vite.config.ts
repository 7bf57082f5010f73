// SPDX-License-Identifier: EUPL-1.2
/** How the pages are built, and served with hot reload against an office that runs on SPORTELLO_PORT. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const office = `http://127.0.0.1:${process.env['SPORTELLO_PORT'] ?? 4710}`;
const page = (name: string) => new URL(`src-renderer/${name}index.html`, import.meta.url).pathname;

export default defineConfig({
  root: 'src-renderer',
  publicDir: '../assets/public',
  plugins: [svelte()],
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
      },
    },
  },
  server: {
    proxy: {
      '/api': office,
      '/health': office,
      '/paper/slips': office,
      '/socket.io': { target: office, ws: true },
    },
  },
});
