import { readConcepts } from '../../src/engine/pipeline/code/concepts'
import type { CodingKnowledge } from '../../src/engine/pipeline/code/knowledge'

/**
 * The same knowledge with every second everyday phrase forgotten. The vocabulary was written by people who had seen
 * such lines; half of it shows how coding does on lines whose words nobody thought of, and keeps the weights from
 * leaning on words alone.
 */
export function withHalfVocabulary(knowledge: CodingKnowledge, conceptsTsv: string, half: 0 | 1): CodingKnowledge {
  const [header = '', ...rows] = conceptsTsv.split('\n').filter(row => row !== '')
  const kept = rows.map(row => {
    const cells = row.split('\t')
    const words = cells.slice(6).map(cell =>
      cell
        .split(',')
        .filter(phrase => halfOf(phrase.trim()) === half)
        .join(','),
    )
    return [...cells.slice(0, 6), ...words].join('\t')
  })
  return { ...knowledge, concepts: readConcepts([header, ...kept].join('\n')) }
}

function halfOf(phrase: string): number {
  let sum = 0
  for (const letter of phrase) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521
  return sum % 2
}
