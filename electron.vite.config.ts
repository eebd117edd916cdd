import react from '@vitejs/plugin-react'
import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import { bundledLibraries } from './scripts/bundled-libraries.mjs'
import { handbookPages } from './scripts/handbook-pages.mjs'
import { pdfjsResources } from './scripts/pdfjs-resources.mjs'

const at = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      externalizeDeps: { exclude: bundledLibraries },
      rollupOptions: {
        // One bundle per process, and one for the terminal.
        input: {
          main: at('src/main/main.ts'),
          engine: at('src/engine/host-utility.ts'),
          'document-worker': at('src/engine/worker/document-worker.ts'),
          'backup-thread': at('src/engine/backup/backup-thread.ts'),
          cli: at('src/engine/host-cli.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[name].js' },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { preload: at('src/preload/preload.ts') },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react(), pdfjsResources(), handbookPages()],
    // The page is read from disk, not over a network: one chunk starts fastest. What the first screen needs seldom, and is
    // large (pdf.js, charts), is imported where it is used.
    build: {
      minify: true,
      chunkSizeWarningLimit: 4_000,
      rollupOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
})
