import { turnedSize, type PageSize, type Turn } from './geometry'
import { ViewError, type Drawing, type PageSource } from './page-source'

/**
 * Opens an image for viewing in the same viewer as a PDF.
 * @param size  its page size in points, to which boxes refer (the picture itself may have more or fewer pixels);
 *              null when the document was not read: then one pixel is one point
 * @param turn  clockwise turn of the stored picture before it is shown
 * @throws ViewError `cannot_show`
 */
export async function openImage(bytes: Blob, size: PageSize | null, turn: Turn): Promise<PageSource> {
  const picture = await decoded(bytes)
  const shown = size ?? turnedSize(picture, turn)
  return {
    sizes: [shown],
    async draw({ view, area }: Drawing, signal) {
      signal.throwIfAborted()
      const page = turnedSize(shown, view.turn)
      const canvas = document.createElement('canvas')
      canvas.width = Math.max(1, Math.round(area?.width ?? page.width * view.scale))
      canvas.height = Math.max(1, Math.round(area?.height ?? page.height * view.scale))
      const context = canvas.getContext('2d')
      if (!context) throw new ViewError('cannot_show')
      context.imageSmoothingQuality = 'high'
      if (area) context.translate(-area.x, -area.y)
      // Turn about the middle of the shown page, then draw the stored picture upright around it.
      context.translate((page.width * view.scale) / 2, (page.height * view.scale) / 2)
      context.rotate(((view.turn + turn) * Math.PI) / 180)
      const stored = turnedSize(shown, turn)
      const width = stored.width * view.scale
      const height = stored.height * view.scale
      context.drawImage(picture, -width / 2, -height / 2, width, height)
      return canvas
    },
    close() {
      picture.close()
    },
  }
}

async function decoded(bytes: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(bytes, { imageOrientation: 'from-image' })
  } catch (cause) {
    throw new ViewError('cannot_show', { cause })
  }
}
