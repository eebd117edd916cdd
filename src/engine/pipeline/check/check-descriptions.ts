import type { IssueCheck, IssueKind } from './issue-kind'
import { always } from './issue-kind'
import type { Check, LineNow, RaisedIssue } from './subject'

/** More than this many rows share one issue. */
const namedSingly = 3

/** Words that stand for anything, in the languages that are read. */
const anything = new Set(
  (
    'varios varias otros otras concepto conceptos servicio servicios producto productos articulo articulos cargo cargos ' +
    'item items misc miscellaneous various other others goods service services product products charge charges ' +
    'sonstiges diverses diverse artikel leistung leistungen divers articles prestation prestations varie diversen'
  ).split(' '),
)

/**
 * Rows whose words do not tell what was bought: nobody could say why they went to their account, and a tax authority may
 * refuse the deduction. A remark, for the invoice can be paid.
 */
export const checkDescriptions: Check = subject => {
  const unclear = subject.lines.filter(isUnclear)
  const [first] = unclear
  if (first === undefined) return []
  if (unclear.length > namedSingly) return [remark(first, unclear.length)]
  return unclear.map(line => remark(line, 1))
}

function remark(line: LineNow, count: number): RaisedIssue {
  return {
    key: 'description_unclear',
    severity: 'low',
    subject: { type: 'line', lineId: line.id },
    params: {
      variant: count > 1 ? 'several' : line.description.trim() === '' ? 'empty' : 'one',
      line: line.position,
      count,
      description: line.description.slice(0, 100),
    },
    suggestions: [
      { key: 'describe_line', params: { line: line.position }, fix: { type: 'edit_line', lineId: line.id } },
      { key: 'leave_as_printed', params: {}, fix: { type: 'skip', reason: 'leave_as_printed' } },
    ],
  }
}

function isUnclear({ role, description, lineTotal, origin }: LineNow): boolean {
  if (role !== 'item' || lineTotal === null || lineTotal === 0 || origin?.kind === 'person') return false
  const words = description
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/\p{L}{2,}/gu)
  return (words ?? []).every(word => anything.has(word))
}

const descriptionUnclear: IssueKind = { key: 'description_unclear', resolutions: [], mayWaive: always }

export const descriptionsCheck: IssueCheck = { check: checkDescriptions, kinds: [descriptionUnclear] }
