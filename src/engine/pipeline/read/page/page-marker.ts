import { fold } from './fold'
import type { TextLine } from './text-lines'

/** What a page says of its place: "Seite 2 von 3". */
export interface PageMarker {
  readonly page: number
  readonly of: number
}

const named =
  /\b(?:page|pagina|pag|seite|blatt|hoja|folha|blad|p)[ .:]*(\d{1,3}) ?(?:of|de|von|van|di|sur|aus|\/|\|) ?(\d{1,3})\b/
const bare = /^(\d{1,3}) ?(?:\/|of|von|de|di|sur|van) ?(\d{1,3})$/
/** A bare "1/2" is a page's place only at the edge of the page. */
const edge = 0.12

/** The first such words among the lines of one page. */
export function pageMarker(lines: readonly TextLine[]): PageMarker | null {
  for (const line of lines) {
    const isAtEdge = line.box.y < line.pageHeight * edge || line.box.y > line.pageHeight * (1 - edge)
    for (const cell of line.text.split('\t')) {
      const text = fold(cell).trim()
      const found = named.exec(text) ?? (isAtEdge ? bare.exec(text) : null)
      const [page, of] = [Number(found?.[1]), Number(found?.[2])]
      if (found && page >= 1 && page <= of) return { page, of }
    }
  }
  return null
}
