import { calibrationError, errorOfChance, sureOf } from '../reading-accuracy/claims'
import type { DocumentScore } from '../reading-accuracy/compare'
import { scoredFields } from '../reading-accuracy/truth'
import type { HeldOut } from './cross-validate'
import { fieldGroups } from './learn'

const sureFrom = 0.9

/** What the held-out documents show: right values by field and kind of document, and how far confidence can be believed. */
export function validationTable(
  documents: number,
  invented: number,
  judged: readonly HeldOut[],
  scores: readonly DocumentScore[],
): string {
  const kinds = [...new Set(scores.map(({ truth }) => truth.group))]
  const families = new Set(scores.map(({ truth }) => truth.family)).size
  const out = [
    `${documents} documents of ${families} families, read by weights learned from other families and ${invented} invented ones`,
    '',
    row('field', ...kinds, 'all'),
  ]
  const shares = (fields: readonly string[]) =>
    [...kinds, null].map(kind => {
      const of = scores
        .filter(({ truth }) => kind === null || truth.group === kind)
        .flatMap(score => score.fields.filter(({ field }) => fields.includes(field)))
      return percent(of.filter(({ outcome }) => outcome === 'right' || outcome === 'empty').length, of.length)
    })
  for (const field of scoredFields) out.push(row(field, ...shares([field])))
  out.push(row('all fields', ...shares(scoredFields)))
  out.push('', row('group', 'source', 'values', 'right', 'error', 'by chance', 'sure', 'of sure'))
  for (const by of ['text_layer', 'ocr'] as const)
    for (const group of [...fieldGroups, null]) {
      const of = judged
        .filter(value => value.by === by && (group === null || value.group === group))
        .map(value => ({ ...value, probability: value.confidence }))
      const sure = sureOf(of, sureFrom)
      const right = of.filter(({ isRight }) => isRight).length
      const error = `${(calibrationError(of) * 100).toFixed(1)}`
      out.push(
        row(
          group ?? 'all',
          by,
          of.length,
          percent(right, of.length),
          error,
          `${(errorOfChance(of) * 100).toFixed(1)}`,
          sure.of,
          percent(sure.right, sure.of),
        ),
      )
    }
  const wrong = judged.filter(({ isRight, confidence }) => !isRight && confidence >= sureFrom)
  out.push(
    '',
    'sure, but wrong:',
    ...wrong.map(({ file, field, value, confidence }) => `${confidence.toFixed(3)} ${file}: ${field} ${value}`),
  )
  return out.join('\n')
}

function row(first: string, ...cells: (string | number)[]): string {
  return first.padEnd(18) + cells.map(cell => String(cell).padStart(14)).join('')
}

function percent(right: number, of: number): string {
  return of === 0 ? '-' : `${((100 * right) / of).toFixed(1)} %`
}
