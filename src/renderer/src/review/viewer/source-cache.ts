import type { DocumentView } from '../../../../shared/document-view'
import type { DocumentId } from '../../../../shared/ids'
import { hasPages, openDocument } from './open-document'
import type { PageSource } from './page-source'

type Open = (view: DocumentView, password: string | undefined) => Promise<PageSource>

interface Entry {
  /** What the opened pages depend on; another reading of the same document may turn or size them differently. */
  readonly shape: string
  readonly source: Promise<PageSource>
}

/** Holds the document on screen and the one that comes next, opened; closes every other. */
export class SourceCache {
  readonly #entries = new Map<DocumentId, Entry>()
  /** By file, so that one opens all parts of it. Only in memory, only while the window is open. */
  readonly #passwords = new Map<DocumentId, string>()

  constructor(private readonly open: Open = openDocument) {}

  /** The opened document; opened once, however often it is asked for. */
  get(view: DocumentView): Promise<PageSource> {
    const shape = JSON.stringify([
      view.kind,
      view.pagesFrom,
      view.pages.map(page => [page.width, page.height, page.rotation]),
    ])
    const known = this.#entries.get(view.documentId)
    if (known?.shape === shape) return known.source
    if (known) this.#close(view.documentId)
    const source = this.open(view, this.#passwords.get(fileOf(view)))
    // Whoever shows the document reports a failure; this keeps a preloaded one from counting as unhandled.
    source.catch(() => undefined)
    this.#entries.set(view.documentId, { shape, source })
    return source
  }

  /** Opens a document before it is shown. */
  preload(view: DocumentView): void {
    if (hasPages(view)) void this.get(view)
  }

  /** Closes everything but these. */
  keepOnly(documentIds: readonly DocumentId[]): void {
    for (const documentId of [...this.#entries.keys()]) {
      if (!documentIds.includes(documentId)) this.#close(documentId)
    }
  }

  /** Remembers a password for the next opening. */
  unlock(view: DocumentView, password: string): void {
    this.#passwords.set(fileOf(view), password)
    this.#close(view.documentId)
  }

  #close(documentId: DocumentId): void {
    const entry = this.#entries.get(documentId)
    this.#entries.delete(documentId)
    void entry?.source.then(
      source => source.close(),
      () => undefined,
    )
  }
}

/** The document whose file holds the pages: a part's are those of the file it was cut from. */
function fileOf({ documentId, pagesFrom }: DocumentView): DocumentId {
  return pagesFrom?.[0]?.documentId ?? documentId
}
