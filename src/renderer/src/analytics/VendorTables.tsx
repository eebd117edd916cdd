import type { Overview, Period, VendorFigures } from '../../../shared/analytics'
import { useText } from '../i18n/t'
import { correctedFieldText } from './figure-text'
import { FigureLink } from './FigureLink'
import { FigureTable } from './FigureTable'
import { Section } from './Section'

interface VendorTablesProps {
  readonly vendors: VendorFigures
  readonly approved: Overview['counts']['approved']
  readonly period: Period
}

/** Where the money went, per currency, and whose documents had to be corrected where. */
export function VendorTables({ vendors, approved, period }: VendorTablesProps) {
  const text = useText()
  const { t } = text
  return (
    <>
      <Section title={t('analytics.spend')} define="spend">
        {vendors.spend.length === 0 && <p className="figure-none">{t('analytics.nothing')}</p>}
        {vendors.spend.map(({ currency, vendors: top }) => (
          <FigureTable
            key={currency}
            caption={t('analytics.spendIn', { currency })}
            columns={[t('analytics.vendor'), `${t('analytics.amount')} ${currency}`, t('analytics.documents')]}
            rows={top.map(({ vendorId, name, amount, documents }) => ({
              id: vendorId,
              name,
              bar: Number(amount) / Math.max(1, Number(top[0]?.amount)),
              cells: [
                text.money(amount, currency),
                <FigureLink
                  key="documents"
                  filter={{ figure: 'approved', period, currency }}
                  vendorId={vendorId}
                  documents={documents}
                />,
              ],
            }))}
          />
        ))}
      </Section>
      <Section title={t('analytics.vendorCorrections')} define="vendorCorrections">
        <FigureTable
          caption={t('analytics.vendorCorrections')}
          columns={[t('analytics.vendor'), t('analytics.correctedOf'), t('analytics.figure.approved')]}
          rows={vendors.corrections.map(row => ({
            id: row.vendorId,
            name: row.name,
            bar: row.documents / row.approved,
            cells: [
              <FigureLink
                key="corrected"
                filter={{ figure: 'corrected', period }}
                vendorId={row.vendorId}
                documents={row.documents}
              />,
              <FigureLink
                key="approved"
                filter={{ figure: 'approved', period }}
                vendorId={row.vendorId}
                documents={row.approved}
              />,
            ],
          }))}
        />
      </Section>
      <Section title={t('analytics.fields')} define="fields">
        <FigureTable
          caption={t('analytics.fields')}
          columns={[t('analytics.field'), t('analytics.share'), t('analytics.documents')]}
          rows={vendors.fields.map(({ field, documents }) => ({
            id: field,
            name: correctedFieldText(text, field),
            bar: documents / Math.max(1, approved),
            cells: [
              text.percent(documents / Math.max(1, approved)),
              <FigureLink
                key="documents"
                filter={{ figure: 'corrected_field', period, field }}
                documents={documents}
              />,
            ],
          }))}
        />
      </Section>
    </>
  )
}
