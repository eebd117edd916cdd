import type { ReactNode } from 'react'
import { useText } from '../i18n/t'

export interface FigureRow {
  readonly id: string
  readonly name: string
  readonly cells: readonly ReactNode[]
  /** Length of the bar under its name, 0 to 1; none when left out. It repeats a number of the row. */
  readonly bar?: number
}

interface FigureTableProps {
  readonly caption: string
  readonly columns: readonly [string, ...string[]]
  readonly rows: readonly FigureRow[]
}

/** Names with numbers; the first column's bar shows at a glance what the numbers say. */
export function FigureTable({ caption, columns, rows }: FigureTableProps) {
  const { t } = useText()
  if (rows.length === 0) return <p className="figure-none">{t('analytics.nothing')}</p>
  const [first, ...others] = columns
  return (
    <table className="figure-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map(name => (
            <th key={name} scope="col" className="right">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, cells, bar }) => (
          <tr key={id}>
            <th scope="row">
              <span className="figure-name">{name}</span>
              {bar !== undefined && <ShareBar share={bar} />}
            </th>
            {cells.map((cell, at) => (
              <td key={others[at]} className="right num">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ShareBar({ share }: { readonly share: number }) {
  return (
    <svg className="share-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect className="share-bar-bed" width="100" height="4" />
      <rect className="share-bar-part" width={Math.max(1, Math.min(1, share) * 100)} height="4" />
    </svg>
  )
}
