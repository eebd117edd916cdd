import { useId } from 'react'
import type { VendorId } from '../../../shared/ids'
import type { PriceSeries, VendorHistory as History } from '../../../shared/vendor-merge'
import { useNavigation } from '../app/navigation'
import { engine } from '../engine-client'
import { stateLabel } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { unmerge } from './merge-actions'
import { Sparkline } from './Sparkline'
import { useAboutVendor } from './use-about-vendor'

const askHistory = (vendorId: VendorId) => engine.call('vendor.history', { vendorId })

/** How it went with a vendor: what share needed nobody, the last invoices, the course of its prices. */
export function VendorHistory({ vendorId }: { readonly vendorId: VendorId }) {
  const { t, percent } = useText()
  const heading = useId()
  const history = useAboutVendor(askHistory, vendorId)
  if (!history) return null
  const { documents, prices, duplicates, corrected, open, approved, touchless, merged } = history
  return (
    <section className="wide field vendor-history" aria-labelledby={heading}>
      <h3 id={heading} className="field-label">
        {t('vendors.history', { count: documents.length })}
      </h3>
      <p className="num">
        {t('vendors.history.sums', { duplicates, corrected, open })}
        {approved > 0 && (
          <span title={t('vendors.touchless.hint')}>
            {` · ${t('vendors.touchless', { share: percent(touchless / approved), approved })}`}
          </span>
        )}
      </p>
      {prices.length > 0 && (
        <ul className="price-series">
          {prices.map(series => (
            <PriceCourse key={series.description ?? 'total'} series={series} />
          ))}
        </ul>
      )}
      {documents.length > 0 && <LastDocuments history={history} />}
      {merged.map(({ id, name, taxId }) => (
        <p key={id} className="merged-vendor">
          <span>
            {t('vendors.mergedFrom', { name })}
            {taxId !== null && ` (${taxId})`}
          </span>
          <Button
            tone="ghost"
            className="small"
            onPress={() => void unmerge(id)}
            aria-label={t('vendors.unmerge.named', { name })}
          >
            {t('vendors.unmerge')}
          </Button>
        </p>
      ))}
    </section>
  )
}

function PriceCourse({ series }: { readonly series: PriceSeries }) {
  const { t, money } = useText()
  const { description, currency, points } = series
  const values = points.map(({ value }) => Number(value))
  const [first, last] = [points[0]?.value ?? '0', points.at(-1)?.value ?? '0']
  const name = description ?? t('vendors.prices.total')
  const label = t('vendors.prices.course', { name, from: money(first, currency), to: money(last, currency) })
  return (
    <li>
      <span className="price-name" title={name}>
        {name}
      </span>
      <Sparkline values={values} label={label} />
      <span className="num">
        {money(last, currency)} {currency}
      </span>
    </li>
  )
}

function LastDocuments({ history }: { readonly history: History }) {
  const text = useText()
  const { t, money } = text
  return (
    <table className="last-documents">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('inbox.column.number')}</th>
          <th scope="col">{t('inbox.column.issued')}</th>
          <th scope="col">{t('inbox.column.total')}</th>
          <th scope="col">{t('inbox.column.state')}</th>
        </tr>
      </thead>
      <tbody>
        {history.documents.map(one => (
          <tr key={one.documentId}>
            <td>
              <button
                type="button"
                className="rv-link"
                onClick={() =>
                  useNavigation.getState().openReview(
                    one.documentId,
                    history.documents.map(({ documentId }) => documentId),
                  )
                }
              >
                {one.number ?? `#${one.intakeNumber}`}
              </button>
            </td>
            <td className="num">{text.date(one.issueDate)}</td>
            <td className="num r">
              {one.total === null ? '—' : `${money(one.total, one.currency)} ${one.currency ?? ''}`}
            </td>
            <td className="muted">{stateLabel(text, one.state)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
