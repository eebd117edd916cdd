import type { Attempts } from './attempt'

/** Having the app's own schemes serve what they should not. */
export const protocolAttempts: Attempts = {
  'app: one folder up': () => window.attack.notServed('app://quittance/../main/main.js'),
  'app: one folder up, encoded': () => window.attack.notServed('app://quittance/%2e%2e/main/main.js'),
  'app: one folder up, slash encoded': () => window.attack.notServed('app://quittance/..%2fmain%2fmain.js'),
  'app: one folder up, encoded twice': () => window.attack.notServed('app://quittance/%252e%252e%252fmain%252fmain.js'),
  'app: one folder up, backslashes': () => window.attack.notServed('app://quittance/..%5c..%5cmain%5cmain.js'),
  'app: a sibling folder that begins alike': () => window.attack.notServed('app://quittance/..%2frenderer2%2fx.js'),
  'app: a path from the root': () => window.attack.notServed('app://quittance//etc/passwd'),
  'app: a NUL': () => window.attack.notServed('app://quittance/index.html%00.png'),
  'app: a broken escape': () => window.attack.notServed('app://quittance/%E0%A4%A'),
  'app: the folder itself': () => window.attack.notServed('app://quittance/assets'),
  'app: another host': () => window.attack.notServed('app://elsewhere/index.html'),
  'doc: an id made up': () => window.attack.notServed('doc://01990000-0000-7000-8000-000000000000/original'),
  'doc: a path as id': () => window.attack.notServed('doc://..%2f..%2fetc%2fpasswd/original'),
  'doc: a path behind the id': ({ documentId }) =>
    window.attack.notServed(`doc://${documentId}/original/..%2f..%2f..%2fquittance.db`),
  'doc: a path as page': ({ documentId }) => window.attack.notServed(`doc://${documentId}/page/..%2f..%2f1`),
  'doc: a page beyond the last': ({ documentId }) => window.attack.notServed(`doc://${documentId}/page/99999`),
  'doc: writing': ({ documentId }) =>
    window.attack.notServed(`doc://${documentId}/original`, { method: 'PUT', body: 'other bytes' }),
  'doc: the store by name': () => window.attack.notServed('doc://quittance.db/original'),
  'doc: a document run as a script': ({ documentId }) =>
    window.attack.element('script', { src: `doc://${documentId}/original` }),
}
