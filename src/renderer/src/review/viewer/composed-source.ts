import type { DocumentView } from '../../../../shared/document-view'
import type { DocumentId } from '../../../../shared/ids'
import type { PageOfFile } from '../../../../shared/pages'
import type { Turn } from './geometry'
import { openImage } from './image-source'
import { ViewError, type PageSource } from './page-source'

/** How the files behind the pages are fetched. */
export interface ComposedParts {
  openFile(documentId: DocumentId, turns: readonly Turn[]): Promise<PageSource>
  /** The picture of a page, by the document's own numbers. */
  loadPicture(page: number): Promise<Blob>
}

/** A page's place in one of the opened sources. */
interface Place {
  readonly source: PageSource
  readonly page: number
  readonly hasText: boolean
}

/**
 * Opens a document that consists of pages of files: each file once, and of it only the pages that belong to the document.
 * @throws ViewError
 */
export async function openComposed(
  view: DocumentView,
  pagesFrom: readonly PageOfFile[],
  { openFile, loadPicture }: ComposedParts,
): Promise<PageSource> {
  const turns = view.pages.map(page => page.rotation)
  const opened = new Map<string, Promise<PageSource>>()
  const pictures = pagesFrom.flatMap((page, index) => (page.kind === 'image' ? [index + 1] : []))

  function sourceOf({ documentId, kind }: PageOfFile): Promise<PageSource> {
    const key = kind === 'image' ? 'pictures' : documentId
    const known = opened.get(key)
    if (known) return known
    const source = kind === 'image' ? openPictures() : openFile(documentId, turnsIn(documentId))
    opened.set(key, source)
    return source
  }

  function openPictures(): Promise<PageSource> {
    const sizes = pictures.flatMap(page => view.pages[page - 1] ?? [])
    return openImage({
      sizes: sizes.length === pictures.length ? sizes : [],
      turns: pictures.map(page => turns[page - 1] ?? 0),
      load: number => loadPicture(pictures[number - 1] ?? 1),
    })
  }

  function turnsIn(documentId: DocumentId): Turn[] {
    const ofFile: Turn[] = []
    for (const [index, page] of pagesFrom.entries()) {
      if (page.documentId === documentId) ofFile[page.page - 1] = turns[index] ?? 0
    }
    return ofFile
  }

  const close = () => {
    for (const source of opened.values()) {
      void source.then(
        one => one.close(),
        () => undefined,
      )
    }
  }

  let places: Place[]
  try {
    places = await Promise.all(
      pagesFrom.map(async (page, index) => {
        const source = await sourceOf(page)
        const number = page.kind === 'image' ? pictures.indexOf(index + 1) + 1 : page.page
        return { source, page: number, hasText: source.drawText !== undefined }
      }),
    )
  } catch (thrown) {
    close()
    throw thrown
  }

  function placeOf(page: number): Place {
    const place = places[page - 1]
    if (!place) throw new ViewError('cannot_show')
    return place
  }

  const sizes = places.map(({ source, page }, index) => view.pages[index] ?? source.sizes[page - 1] ?? unknownSize)
  return {
    sizes: sizes.map(({ width, height }) => ({ width, height })),
    draw(drawing, signal) {
      const { source, page } = placeOf(drawing.page)
      return source.draw({ ...drawing, page }, signal)
    },
    ...(places.some(place => place.hasText) && {
      async drawText(number, view, container, signal) {
        const { source, page } = placeOf(number)
        await source.drawText?.(page, view, container, signal)
      },
    }),
    close,
  }
}

/** A4, in points. */
const unknownSize = { width: 595, height: 842 }
