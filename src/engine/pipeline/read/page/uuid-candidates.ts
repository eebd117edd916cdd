import { features } from './features'
import { ocrDoubt, type FieldCandidate } from './field-candidate'
import type { PageText } from './page-text'
import { union, wordsBetween } from './text-lines'

const uuidPattern =
  /[0-9a-fA-FOoIl]{8}\s?-\s?[0-9a-fA-FOoIl]{4}\s?-\s?[0-9a-fA-FOoIl]{4}\s?-\s?[0-9a-fA-FOoIl]{4}\s?-\s?[0-9a-fA-FOoIl]{12}/g

/** Folio fiscal of a Mexican invoice. OCR reads 0 as O and 1 as l, which no UUID contains. */
export function uuidCandidates(text: PageText): FieldCandidate[] {
  const isMexican = text.lines.some(line => /\b(CFDI|SAT|RFC|R\.F\.C|folio fiscal|timbre)\b/i.test(line.text))
  if (!isMexican) return []
  return text.lines.flatMap(line =>
    [...line.text.matchAll(uuidPattern)].map((match, at) => {
      const words = wordsBetween(line, match.index, match.index + match[0].length)
      const raw = match[0].replaceAll(/\s/g, '')
      const value = raw.replaceAll(/[Oo]/g, '0').replaceAll(/[Il]/g, '1').toUpperCase()
      const isNear = /folio fiscal|uuid/i.test(
        text.lines
          .slice(Math.max(0, line.index - 2), line.index + 1)
          .map(near => near.text)
          .join(' '),
      )
      const nearby = text.lines.slice(Math.max(0, line.index - 2), line.index + 1)
      const isRelated = nearby.some(near => /relacionad|related/i.test(near.text)) && !/folio fiscal/i.test(line.text)
      const isRepaired = raw.toUpperCase() !== value
      const noticed = { bias: 1, ...features({ isNear, later: at, isRelated, isRepaired, ocrDoubt: ocrDoubt(words) }) }
      return {
        field: 'uuid',
        value,
        features: noticed,
        logOdds: text.score('uuid', noticed),
        line,
        box: union(words.map(word => word.box)),
        text: match[0],
        label: isNear ? 'Folio fiscal' : undefined,
      } as const
    }),
  )
}
