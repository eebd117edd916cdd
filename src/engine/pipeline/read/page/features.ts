import type { AmountField, FieldName } from '../../../../shared/invoice'
import type { OcrLanguage } from '../../../../shared/settings'
import { languagesOfWord } from '../ocr/choose-languages'
import type { Label } from './find-labels'
import type { Relation } from './label-values'

/** Named features of a candidate: 1 where one holds, an amount where it has one; what does not hold is left out. */
export type Features = Readonly<Record<string, number>>

/** Candidates that are weighed alike: one group per field, and one for all amounts, which are chosen together. */
export type WeightGroup = PageField | 'amounts'

/** Fields of a page that are chosen one by one. */
export type PageField = Exclude<FieldName, AmountField | 'exchange_rate'>

/** What features add up to, in log-odds against "the document does not state it". */
export type Score = (group: WeightGroup, features: Features) => number

export function features(claims: Readonly<Record<string, boolean | number>>): Features {
  return Object.fromEntries(Object.entries(claims).flatMap(([name, held]) => (held ? [[name, Number(held)]] : [])))
}

/**
 * How a candidate's label looks.
 * @param language  of the page; null where it does not tell
 */
export function labelFeatures(label: Label | null, language: OcrLanguage | null): Features {
  if (!label) return { unlabelled: 1 }
  return features({
    [`label.${label.strength}`]: true,
    'label.marked': label.isMarked,
    'label.startsCell': label.startsCell,
    'label.inSentence': label.inSentence,
    'label.ofOtherLanguage': language !== null && isOfOtherLanguage(label, language),
  })
}

/** True when the words of a label are common in other languages only: "date" on a German page is no label of it. */
function isOfOtherLanguage({ line, first, last }: Label, language: OcrLanguage): boolean {
  const telling = line.words.slice(first, last + 1).flatMap(word => {
    const languages = languagesOfWord(word.text)
    return languages.length > 0 ? [languages] : []
  })
  return telling.length > 0 && telling.every(languages => !languages.includes(language))
}

/** Where a candidate stands, seen from its label. */
export function relationFeature(relation: Relation): Features {
  return { [`relation.${relation}`]: 1 }
}
