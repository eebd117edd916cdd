import { turnedSize, type PageSize, type Turn } from './geometry'
import { ViewError, type Drawing, type PageSource } from './page-source'

export interface ImageOptions {
  /**
   * Page sizes in points, to which boxes refer; the pictures themselves may have more or fewer pixels. Empty when the
   * document was not read: then there is one page and one pixel is one point.
   */
  readonly sizes: readonly PageSize[]
  /** Clockwise turn of each stored picture before it is shown. */
  readonly turns: readonly Turn[]
  /** Bytes of one page's picture. */
  load(page: number): Promise<Blob>
}

/** Pictures kept decoded at once: the one in sight and its neighbour. */
const decodedLimit = 2

/**
 * Opens a picture, or the pages of a fax or scan in one file, for viewing in the same viewer as a PDF.
 * @throws ViewError `cannot_show`
 */
export async function openImage({ sizes, turns, load }: ImageOptions): Promise<PageSource> {
  const pictures = new Map<number, Promise<ImageBitmap>>()

  function picture(page: number): Promise<ImageBitmap> {
    const known = pictures.get(page)
    if (known) return known
    const decoding = load(page).then(decoded)
    pictures.set(page, decoding)
    for (const old of [...pictures.keys()].slice(0, -decodedLimit)) release(old)
    return decoding
  }

  function release(page: number): void {
    void pictures.get(page)?.then(
      bitmap => bitmap.close(),
      () => undefined,
    )
    pictures.delete(page)
  }

  const first = await picture(1)
  const shownSizes = sizes.length > 0 ? sizes : [turnedSize(first, turns[0] ?? 0)]

  return {
    sizes: shownSizes,
    async draw(drawing, signal) {
      const bitmap = await picture(drawing.page)
      signal.throwIfAborted()
      const size = shownSizes[drawing.page - 1]
      if (!size) throw new ViewError('cannot_show')
      return drawn(bitmap, size, turns[drawing.page - 1] ?? 0, drawing)
    },
    close() {
      for (const page of [...pictures.keys()]) release(page)
    },
  }
}

/** Turns about the middle of the shown page, then draws the stored picture upright around it. */
function drawn(picture: ImageBitmap, size: PageSize, turn: Turn, { view, area }: Drawing): HTMLCanvasElement {
  const page = turnedSize(size, view.turn)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(area?.width ?? page.width * view.scale))
  canvas.height = Math.max(1, Math.round(area?.height ?? page.height * view.scale))
  const context = canvas.getContext('2d')
  if (!context) throw new ViewError('cannot_show')
  context.imageSmoothingQuality = 'high'
  if (area) context.translate(-area.x, -area.y)
  context.translate((page.width * view.scale) / 2, (page.height * view.scale) / 2)
  context.rotate(((view.turn + turn) * Math.PI) / 180)
  const stored = turnedSize(size, turn)
  const width = stored.width * view.scale
  const height = stored.height * view.scale
  context.drawImage(picture, -width / 2, -height / 2, width, height)
  return canvas
}

async function decoded(bytes: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(bytes, { imageOrientation: 'from-image' })
  } catch (cause) {
    throw new ViewError('cannot_show', { cause })
  }
}
