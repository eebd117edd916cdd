import { OcrLanguage } from '../../../../shared/settings'
import { stopWords } from './stop-words'

/** So many telling words are needed before a page is read again in another language … */
const leastEvidence = 3
/** … and so many times more than for the best of the languages it was read in. */
const leastLead = 1.4

const languagesByWord = new Map<string, OcrLanguage[]>()
for (const language of OcrLanguage.options)
  for (const word of new Set(stopWords[language].split(' ')))
    languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language])

/**
 * The languages a page should be read in, judged by the common words a first reading found. A word that several languages share
 * counts for each by its share.
 * @param words  texts of the words, as the first reading gave them
 * @param tried  languages of that reading; they stay unless another one fits plainly better
 */
export function fittingLanguages(words: readonly string[], tried: readonly OcrLanguage[]): readonly OcrLanguage[] {
  const scores = evidence(words)
  const scoreOf = (language: OcrLanguage) => scores.get(language) ?? 0
  const best = OcrLanguage.options.reduce((left, right) => (scoreOf(right) > scoreOf(left) ? right : left))
  const rival = Math.max(...tried.map(scoreOf))
  if (tried.includes(best) || scoreOf(best) < leastEvidence || scoreOf(best) < rival * leastLead) return tried
  return [best]
}

/** The language most of the telling words are of; null when there are too few, or another one comes close. */
export function languageOf(words: readonly string[]): OcrLanguage | null {
  const [first, second] = [...evidence(words)].toSorted(([, one], [, other]) => other - one)
  if (first === undefined || first[1] < leastEvidence) return null
  return second === undefined || first[1] >= second[1] * leastLead ? first[0] : null
}

/** Languages in which a word is common; none where it tells nothing. */
export function languagesOfWord(word: string): readonly OcrLanguage[] {
  return languagesByWord.get(folded(word)) ?? []
}

function evidence(words: readonly string[]): Map<OcrLanguage, number> {
  const scores = new Map<OcrLanguage, number>()
  for (const word of words) {
    const languages = languagesOfWord(word)
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length)
  }
  return scores
}

function folded(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
