import type { Handlers } from '../../shared/contract'
import type { Exchange } from '../backup/restore-rights'
import { companyFolder } from '../company-folders'
import type { EngineCore } from '../engine'
import { documentLines } from '../export/document-lines'
import { readNewerBooks } from '../store/newer-books'

type Names = Extract<keyof Handlers, `newerBooks.${string}`>

/**
 * What can be done with books that a newer version wrote: they are read, and nothing else. Where people sign in, one of
 * their administrators does so first, as before a restore.
 */
export function newerBooksHandlers(core: EngineCore): Pick<Handlers, Names> {
  const { restoreRights, host } = core
  /** Nothing is exchanged: these books themselves know who administers them. */
  function theseBooks(): Exchange {
    const folder = companyFolder(host.dataFolder, core.companyKey())
    return { backup: folder, current: folder }
  }
  return {
    'newerBooks.readers': () => ({
      people: core.isOpen() ? [] : restoreRights.awaited(theseBooks()).map(({ id, name }) => ({ id, name })),
    }),
    async 'newerBooks.signIn'({ personId, passphrase }) {
      await restoreRights.signIn(theseBooks(), personId, passphrase)
      return {}
    },
    'newerBooks.export'({ format }) {
      const books = theseBooks()
      if (!core.isOpen()) restoreRights.require(books)
      const { key } = restoreRights.keysFor(books)
      const lines = readNewerBooks(books.current, key, db => [...documentLines(db, format)])
      // Spreadsheets take a file for UTF-8 only when it begins with a byte order mark.
      const content = `${format === 'csv' ? '\ufeff' : ''}${lines.join('')}`
      const day = new Date(host.now()).toISOString().slice(0, 10)
      const name = `quittance-documents-${day}.${format === 'csv' ? 'csv' : 'jsonl'}`
      return core.holdToSave(name, Buffer.from(content, 'utf8'))
    },
  }
}
