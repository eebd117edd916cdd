import { EqualNot } from 'lucide-react'
import type { Comparison } from '../../../shared/comparison'
import { fieldLabel } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { fieldValueText } from '../review/fields/field-text'

interface DiffTableProps {
  readonly comparison: Comparison
  /** Intake numbers of the two, as column heads. */
  readonly heads: readonly [string, string]
}

/** What both documents say, value by value; what differs is bold and marked, what agrees is said once more in grey. */
export function DiffTable({ comparison, heads }: DiffTableProps) {
  const text = useText()
  const { t } = text
  const { fields, lines } = comparison
  const currencies = fields.find(({ name }) => name === 'currency')
  const shown = (name: string, value: string | null, side: 'one' | 'other') => {
    if (value === null) return '—'
    if (name === 'document_type') return text.firstOf([`type.${value}`, 'type.other'])
    return fieldValueText(text, name, value, currencies?.[side] ?? null)
  }
  return (
    <table className="diff">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('compare.field')}</span>
          </th>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, one, other, isSame }) => (
          <tr key={name} className={isSame ? undefined : 'differs'}>
            <th scope="row">
              {!isSame && <EqualNot role="img" aria-label={t('compare.differs')} />}
              {fieldLabel(text, name)}
            </th>
            <td className="num">{shown(name, one, 'one')}</td>
            <td className="num">{shown(name, other, 'other')}</td>
          </tr>
        ))}
      </tbody>
      {lines.length > 0 && (
        <tbody>
          <tr className="diff-lines">
            <th scope="rowgroup" colSpan={3}>
              {t('compare.lines')}
            </th>
          </tr>
          {lines.map(({ one, other, isSame }, index) => (
            // Rows have no name of their own and never change while they are looked at.
            <tr key={index} className={isSame ? undefined : 'differs'}>
              <th scope="row">
                {!isSame && <EqualNot role="img" aria-label={t('compare.differs')} />}
                {index + 1}
              </th>
              <LineCell line={one} currency={currencies?.one ?? null} />
              <LineCell line={other} currency={currencies?.other ?? null} />
            </tr>
          ))}
        </tbody>
      )}
    </table>
  )
}

interface LineCellProps {
  readonly line: Comparison['lines'][number]['one']
  readonly currency: string | null
}

function LineCell({ line, currency }: LineCellProps) {
  const { money, decimal } = useText()
  if (!line) return <td>—</td>
  return (
    <td>
      {line.description}
      <span className="diff-amount num">
        {line.quantity !== null && `${decimal(line.quantity)} · `}
        {money(line.lineTotal, currency)}
      </span>
    </td>
  )
}
