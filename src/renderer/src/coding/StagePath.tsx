import { ChevronRight } from 'lucide-react'
import type { LineCandidates } from '../../../shared/invoice'
import { useText } from '../i18n/t'
import { useSettings } from '../settings/settings-slice'
import { pathOf, useChart } from './chart/chart-slice'
import { bandTones, chanceBand, stages, type Stage } from './coding-text'

interface StagePathProps {
  readonly accountCode: string
  readonly accountName: string
  readonly chances: NonNullable<LineCandidates['stages']>
}

/** From family to account, each with how sure it is. A chart without levels has the account alone. */
export function StagePath({ accountCode, accountName, chances }: StagePathProps) {
  const { t, percent, language } = useText()
  const byCode = useChart(state => state.byCode)
  const bars = useSettings(state => state.settings.codingBars)
  const path = pathOf(byCode, accountCode)
  const above: Partial<Record<Stage, { code: string; name: string }>> = {
    ...(path.length > 1 && path[0] && { family: { code: path[0].code, name: path[0].name[language] } }),
    ...(path.length > 2 && nameOfParent(path.at(-2), language)),
    account: { code: accountCode, name: accountName },
  }
  return (
    <ol className="stage-path" aria-label={t('coding.why.path')}>
      {stages.map(stage => {
        const account = above[stage]
        if (!account) return null
        const band = chanceBand(chances[stage], bars[stage])
        return (
          <li key={stage} className="stage">
            {stage !== stages[0] && <ChevronRight aria-hidden="true" />}
            <span className="stage-name">{t(`coding.why.stage.${stage}`)}</span>
            <span className="stage-account">
              <span className="num">{account.code}</span> {account.name}
            </span>
            <span className={`stage-chance ${bandTones[band]}-ink`}>
              {t('coding.why.chance', { band: t(`coding.band.${band}`), chance: percent(chances[stage]) })}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function nameOfParent(parent: ReturnType<typeof pathOf>[number] | undefined, language: 'en' | 'es') {
  return parent === undefined ? {} : { subfamily: { code: parent.code, name: parent.name[language] } }
}
