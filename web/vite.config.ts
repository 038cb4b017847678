// The page's build: src/ → tacitus/serve/page. Assets are never inlined, so that a strict policy
// (default-src 'self') holds; the worker of the map is a file of its own.
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [svelte()],
  server: { port: 5199, strictPort: true },
  build: {
    outDir: mode === 'mock' ? '/tmp/tacitus-desk-mock' : '../tacitus/serve/page',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    target: 'es2022',
    chunkSizeWarningLimit: 1300,
  },
}))
