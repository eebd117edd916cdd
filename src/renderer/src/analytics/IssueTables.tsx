import type { IssueFigures, Period } from '../../../shared/analytics'
import { useText } from '../i18n/t'
import { FigureLink } from './FigureLink'
import { FigureTable } from './FigureTable'
import { Section } from './Section'

interface IssueTablesProps {
  readonly issues: IssueFigures
  readonly period: Period
}

/** Exceptions by kind, by severity, and by the way they were settled. Numbers of documents lead to them. */
export function IssueTables({ issues, period }: IssueTablesProps) {
  const { t, number } = useText()
  const most = Math.max(1, ...issues.byKind.map(row => row.raised.documents))
  const counts = ['analytics.raised', 'analytics.ended', 'analytics.open'] as const
  const columns = counts.map(key => t(key))
  const cells = (
    row: IssueFigures['byKind'][number] | IssueFigures['bySeverity'][number],
    narrow: Pick<Parameters<typeof FigureLink>[0]['filter'], 'key' | 'severity'>,
  ) =>
    (['raised', 'ended', 'open'] as const).map(what => (
      <FigureLink key={what} filter={{ figure: `${what}_issues`, period, ...narrow }} documents={row[what].documents} />
    ))
  return (
    <>
      <Section title={t('analytics.issues')} define="issues">
        <FigureTable
          caption={t('analytics.issues')}
          columns={[t('analytics.kind'), ...columns]}
          rows={issues.byKind.map(row => ({
            id: row.key,
            name: t(`issue.${row.key}.name`),
            bar: row.raised.documents / most,
            cells: cells(row, { key: row.key }),
          }))}
        />
      </Section>
      <Section title={t('analytics.methods')} define="methods">
        <FigureTable
          caption={t('analytics.methods')}
          columns={[t('analytics.method'), t('analytics.exceptions'), t('analytics.documents')]}
          rows={issues.byMethod.map(({ method, issues: ended, documents }) => ({
            id: method,
            name: t(`analytics.method.${method}`),
            bar: ended / Math.max(1, ...issues.byMethod.map(row => row.issues)),
            cells: [
              number(ended),
              <FigureLink key="documents" filter={{ figure: 'ended_issues', period, method }} documents={documents} />,
            ],
          }))}
        />
        <h3>{t('analytics.severities')}</h3>
        <FigureTable
          caption={t('analytics.severities')}
          columns={[t('analytics.severity'), ...columns]}
          rows={issues.bySeverity.map(row => ({
            id: row.severity,
            name: t(`analytics.severity.${row.severity}`),
            cells: cells(row, { severity: row.severity }),
          }))}
        />
      </Section>
    </>
  )
}
