// The page's build: src/ → tacitus/serve/page. Assets are never inlined, so that a strict policy
// (default-src 'self') holds; the worker of the map is a file of its own.
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, type Plugin } from 'vite'

/** The map's code is fetched beside the page's, and not after it. */
const early: Plugin = {
  name: 'early',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) =>
      Object.values(bundle ?? {}).flatMap((each) => (each.type === 'chunk' && each.name === 'maplibre-gl' ? [{ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${each.fileName}` }, injectTo: 'head' as const }] : [])),
  },
}

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [svelte(), early],
  worker: { format: 'es' },
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
