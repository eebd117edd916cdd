import { timedSteps, type Period, type TimeFigures } from '../../../shared/analytics'
import { useText } from '../i18n/t'
import { durationText } from './figure-text'
import { FigureLink } from './FigureLink'
import { FigureTable } from './FigureTable'
import { Section } from './Section'

interface StepTableProps {
  readonly times: TimeFigures
  readonly period: Period
}

/** How long each step of a document's way took. */
export function StepTable({ times, period }: StepTableProps) {
  const text = useText()
  const { t } = text
  const told = (ms: number | undefined) => (ms === undefined ? t('analytics.notMeasured') : durationText(text, ms))
  return (
    <Section title={t('analytics.steps')} define="steps">
      <FigureTable
        caption={t('analytics.steps')}
        columns={[t('analytics.step'), t('analytics.median'), t('analytics.p90'), t('analytics.documents')]}
        rows={times.steps.map(({ step, ms, documents }) => ({
          id: step,
          name: t(`analytics.step.${step}`),
          cells: [
            told(ms?.median),
            told(ms?.p90),
            <FigureLink key="documents" filter={{ figure: timedSteps[step], period }} documents={documents} />,
          ],
        }))}
      />
    </Section>
  )
}
