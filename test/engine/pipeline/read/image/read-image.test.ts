import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { decodePage, inspectImage, previewPage } from '../../../../../src/engine/pipeline/read/image/decode-image'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#ffffff' } })

describe('a picture', () => {
  test('is downscaled to at most 2,200 pixels; one pixel is then one point', async () => {
    const { image } = await decodePage(await plain(3000, 4400).jpeg().toBuffer(), 1)
    expect([image.width, image.height]).toEqual([1500, 2200])
  })

  test('stored sideways by a camera is turned upright', async () => {
    const bytes = await plain(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { image } = await decodePage(bytes, 1)
    expect([image.width, image.height]).toEqual([300, 400])
  })

  test('transparent paper is white, 16 bit and CMYK are read as grey', async () => {
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    expect((await decodePage(clear, 1)).image.pixels[0]).toBe(255)
    const cmyk = await plain(20, 20).toColourspace('cmyk').jpeg().toBuffer()
    expect((await decodePage(cmyk, 1)).image.pixels[0]).toBeGreaterThan(250)
    const deep = await plain(20, 20).toColourspace('rgb16').png().toBuffer()
    expect((await decodePage(deep, 1)).image.pixels[0]).toBeGreaterThan(250)
  })

  test('a TIFF needs a preview, because the window cannot show it; a JPEG does not', async () => {
    const tiff = await plain(50, 80).tiff().toBuffer()
    expect((await inspectImage(tiff)).needsPreview).toBe(true)
    expect((await sharp(await previewPage(tiff, 1, 90)).metadata()).width).toBe(80)
    expect((await inspectImage(await plain(50, 80).jpeg().toBuffer())).needsPreview).toBe(false)
  })
})

describe('a picture that is refused', () => {
  test.each([
    [
      'SVG with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'unsupported_type',
    ],
    ['HEIC', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic0000')]), 'unsupported_type'],
    ['noise', Buffer.from('no picture of anything'), 'corrupt_document'],
  ])('%s', async (_, bytes, code) => {
    await expect(inspectImage(bytes)).rejects.toMatchObject({ data: { code } })
  })

  test('a PNG that claims 1,600 million pixels is refused before it is decoded', async () => {
    const bytes = await plain(10, 10).png().toBuffer()
    bytes.writeUInt32BE(40_000, 16)
    bytes.writeUInt32BE(40_000, 20)
    await expect(inspectImage(bytes)).rejects.toMatchObject({ data: { code: 'resource_limit' } })
  })
})
