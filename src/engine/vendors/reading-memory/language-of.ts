import { OcrLanguage } from '../../../shared/settings'
import { stopWords } from '../../pipeline/read/ocr/stop-words'
import { fold } from '../../pipeline/read/page/fold'

const wordsOf = new Map(OcrLanguage.options.map(language => [language, new Set(stopWords[language].split(' '))]))
/** Fewer common words than this say nothing. */
const leastWords = 3

/** The language most of a page's common words belong to; null when there are too few of them. */
export function languageOf(words: readonly string[]): OcrLanguage | null {
  const folded = words.map(fold)
  let best: OcrLanguage | null = null
  let most = leastWords - 1
  for (const [language, known] of wordsOf) {
    const count = folded.filter(word => known.has(word)).length
    if (count > most) {
      most = count
      best = language
    }
  }
  return best
}
