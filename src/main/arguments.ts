import { isAbsolute, resolve } from 'node:path'
import { DocumentId } from '../shared/ids'

/** What somebody outside wants of the app: a document shown, files taken in. */
export interface Wishes {
  readonly documentId: DocumentId | null
  /** Absolute paths; whether they are there, and what they are, the intake finds out. */
  readonly files: readonly string[]
}

const documentLink = /^quittance:\/\/document\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/?$/i

const mostFiles = 1_000

/**
 * The document a link names: `quittance://document/<id>`. Any web page can send a link, so it may name a document and
 * nothing else; it is shown, and never changed, by being named.
 */
export function linkedDocument(link: string): DocumentId | null {
  const id = documentLink.exec(link)?.[1]
  return id === undefined ? null : DocumentId.parse(id.toLowerCase())
}

/**
 * Reads a command line: links and files, as the system passes them for "Open with". Switches are somebody else's.
 *
 * @param words without the program, and without the app's folder where it runs from one
 * @param folder where relative paths begin
 */
export function readArguments(words: readonly string[], folder: string): Wishes {
  const said = words.filter(word => !word.startsWith('-') && word !== '')
  const isLink = (word: string) => /^[a-z][a-z0-9+.-]+:\/\//i.test(word)
  const documentId =
    said
      .filter(isLink)
      .map(linkedDocument)
      .findLast(id => id !== null) ?? null
  const files = said.filter(word => !isLink(word)).map(word => (isAbsolute(word) ? word : resolve(folder, word)))
  return { documentId, files: files.slice(0, mostFiles) }
}
