import type { PageReading, Word } from '../../src/engine/pipeline/facts'

/** Width of a letter as a share of the type's size: near enough for where words stand. */
const letterWidth = 0.5

/** Words set on pages of A4, as a text layer has them: boxes only, no fonts. */
export class Sheet {
  private readonly pages: Word[][] = [[]]

  /** A4, unless told otherwise; in points. */
  constructor(
    readonly width = 595,
    readonly height = 842,
  ) {}

  /** Sets a line of text; `align` says which end of it stands at `x`. */
  put(x: number, y: number, text: string, size = 9, align: 'left' | 'right' = 'left'): void {
    const letter = size * letterWidth
    const start = align === 'left' ? x : x - text.length * letter
    for (const match of text.matchAll(/\S+/g)) {
      const box = { x: start + match.index * letter, y, width: match[0].length * letter, height: size }
      this.pages.at(-1)?.push({ text: match[0], box, confidence: 1, hidden: false })
    }
  }

  turn(): void {
    this.pages.push([])
  }

  read(): PageReading[] {
    return this.pages.map((words, at) => ({
      number: at + 1,
      width: this.width,
      height: this.height,
      textSource: 'text_layer',
      rotation: 0,
      words,
      failure: null,
    }))
  }
}
