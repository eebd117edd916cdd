import type { PDFDocument, PDFFont, PDFPage } from 'pdf-lib'
import { StandardFonts, degrees, rgb } from 'pdf-lib'

export type Typeface = 'sans' | 'sansBold' | 'serif' | 'serifBold' | 'serifItalic' | 'mono' | 'monoBold'
export type Fonts = Readonly<Record<Typeface, PDFFont>>

/** Red, green, blue from 0 to 1. */
export type Ink = readonly [number, number, number]

export const inks = {
  black: [0.11, 0.12, 0.14],
  grey: [0.42, 0.45, 0.49],
  light: [0.83, 0.85, 0.87],
  wash: [0.955, 0.96, 0.967],
  white: [1, 1, 1],
  navy: [0.1, 0.2, 0.38],
  teal: [0.05, 0.38, 0.4],
  brick: [0.62, 0.2, 0.14],
} as const satisfies Record<string, Ink>

export interface TextStyle {
  readonly font?: Typeface
  readonly size?: number
  readonly ink?: Ink
  readonly align?: 'left' | 'right' | 'center'
  /** Clockwise degrees are negative, as in PDF. */
  readonly turn?: number
}

/** A page drawn from the top left corner in points, as one thinks of paper. */
export interface Sheet {
  readonly width: number
  readonly height: number
  text(x: number, y: number, text: string, style?: TextStyle): void
  /** Breaks a text at spaces to fit a width; returns the y below its last line. */
  paragraph(x: number, y: number, width: number, text: string, style?: TextStyle): number
  line(x1: number, y1: number, x2: number, y2: number, ink?: Ink, thickness?: number): void
  box(x: number, y: number, width: number, height: number, look: { fill?: Ink; border?: Ink; thickness?: number }): void
}

export async function embedFonts(document: PDFDocument): Promise<Fonts> {
  return {
    sans: await document.embedFont(StandardFonts.Helvetica),
    sansBold: await document.embedFont(StandardFonts.HelveticaBold),
    serif: await document.embedFont(StandardFonts.TimesRoman),
    serifBold: await document.embedFont(StandardFonts.TimesRomanBold),
    serifItalic: await document.embedFont(StandardFonts.TimesRomanItalic),
    mono: await document.embedFont(StandardFonts.Courier),
    monoBold: await document.embedFont(StandardFonts.CourierBold),
  }
}

export function sheetOn(page: PDFPage, fonts: Fonts): Sheet {
  const { width, height } = page.getSize()
  const color = ([red, green, blue]: Ink) => rgb(red, green, blue)

  const text: Sheet['text'] = (x, y, content, style = {}) => {
    const { font = 'sans', size = 9, ink = inks.black, align = 'left', turn = 0 } = style
    const face = fonts[font]
    const room = face.widthOfTextAtSize(content, size)
    const left = align === 'left' ? x : align === 'right' ? x - room : x - room / 2
    page.drawText(content, { x: left, y: height - y, size, font: face, color: color(ink), rotate: degrees(turn) })
  }

  return {
    width,
    height,
    text,
    paragraph(x, y, room, content, style = {}) {
      const { font = 'sans', size = 9 } = style
      let line = ''
      let at = y
      for (const word of content.split(' ')) {
        const longer = line === '' ? word : `${line} ${word}`
        if (line !== '' && fonts[font].widthOfTextAtSize(longer, size) > room) {
          text(x, at, line, style)
          at += size * 1.35
          line = word
        } else {
          line = longer
        }
      }
      text(x, at, line, style)
      return at + size * 1.35
    },
    line(x1, y1, x2, y2, ink = inks.light, thickness = 0.7) {
      const [start, end] = [
        { x: x1, y: height - y1 },
        { x: x2, y: height - y2 },
      ]
      page.drawLine({ start, end, thickness, color: color(ink) })
    },
    box(x, y, boxWidth, boxHeight, { fill, border, thickness = 0.7 }) {
      page.drawRectangle({
        x,
        y: height - y - boxHeight,
        width: boxWidth,
        height: boxHeight,
        ...(fill === undefined ? {} : { color: color(fill) }),
        ...(border === undefined ? {} : { borderColor: color(border), borderWidth: thickness }),
      })
    },
  }
}
