import { net, protocol, type Session } from 'electron'
import { extname, join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { contentSecurityPolicy } from './security'

export const pageAddress = 'app://quittance/index.html'
const pageHost = 'quittance'
export const pageOrigin = `app://${pageHost}`

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    // Compiled once per release, not at every start.
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    {
      scheme: 'doc',
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ])
}

function refuse(status: number): Response {
  return new Response(null, { status })
}

/** Put together when the app is packed, and laid beside its archive. */
const licences = join(process.resourcesPath, 'licences.json')
const licencesPath = '/licences.json'

/** Serves the built page from `folder`, the list of licences, and nothing else. */
function servePage(folder: string): (request: Request) => Promise<Response> {
  return async request => {
    const url = new URL(request.url)
    const path = url.pathname === licencesPath ? licences : normalize(join(folder, decodeURIComponent(url.pathname)))
    if (url.host !== pageHost || !(path === licences || path.startsWith(folder + sep))) return refuse(404)
    const file = await net.fetch(pathToFileURL(path).href).catch(() => null)
    if (!file?.ok) return refuse(404)
    const headers = {
      'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
    }
    return new Response(file.body, { headers })
  }
}

/** Finds a document's original (page null) or the picture of one page; null when there is none. */
export type LocateDocument = (documentId: string, page: number | null) => Promise<LocatedContent | null>

export interface LocatedContent {
  readonly mediaType: string
  readonly bytes: number
  /** The content from its beginning. */
  read(): Readable
}

/** `doc://<document id>/original` and `doc://<document id>/page/<n>`: bytes as received, for drawing only. */
function serveDocument(locate: LocateDocument): (request: Request) => Promise<Response> {
  return async request => {
    const url = new URL(request.url)
    const page = /^\/page\/(\d{1,5})$/.exec(url.pathname)?.[1]
    if (request.method !== 'GET' || (page === undefined && url.pathname !== '/original')) return refuse(404)
    const file = await locate(url.host, page === undefined ? null : Number(page))
    if (!file) return refuse(404)
    const headers = {
      'content-type': file.mediaType,
      'content-length': String(file.bytes),
      // A document is never a page: no script, style or frame of it may run.
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': pageOrigin,
      'cache-control': 'no-store',
    }
    return new Response(Readable.toWeb(file.read()) as ReadableStream, { headers })
  }
}

export function serveProtocols(session: Session, pageFolder: string, locate: LocateDocument): void {
  session.protocol.handle('app', servePage(pageFolder))
  session.protocol.handle('doc', serveDocument(locate))
}
