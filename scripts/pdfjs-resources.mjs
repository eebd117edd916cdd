import { cpSync, createReadStream, existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, normalize, resolve, sep } from 'node:path'

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const folders = ['cmaps', 'standard_fonts', 'wasm', 'iccs']

/**
 * Puts what pdf.js asks for by address (character maps, fonts, decoders) beside the page as `pdfjs/…`, so that the
 * viewer works without any network and within the page's own origin.
 *
 * @returns {import('vite').Plugin}
 */
export function pdfjsResources() {
  let outDir = ''
  return {
    name: 'pdfjs-resources',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir)
    },
    configureServer(server) {
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const path = normalize(join(packageFolder, decodeURIComponent((request.url ?? '').split('?')[0] ?? '')))
        const isServed = folders.some(folder => path.startsWith(join(packageFolder, folder) + sep))
        if (!isServed || !existsSync(path) || !statSync(path).isFile()) return next()
        if (path.endsWith('.wasm')) response.setHeader('content-type', 'application/wasm')
        if (path.endsWith('.js')) response.setHeader('content-type', 'text/javascript')
        createReadStream(path).pipe(response)
      })
    },
    closeBundle() {
      if (!existsSync(outDir)) return
      for (const folder of folders) {
        cpSync(join(packageFolder, folder), join(outDir, 'pdfjs', folder), { recursive: true })
      }
    },
  }
}
