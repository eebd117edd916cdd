import { ProgressBar } from 'react-aria-components'
import { useText } from '../i18n/t'
import { useRules, type Walk } from './rules-slice'

/** How far a walk through everything received is. */
export function WalkProgress({ walk }: { readonly walk: Walk }) {
  const { t, percent } = useText()
  const walked = useRules(state => state.walked[walk])
  const share = walked === null || walked.of === 0 ? 0 : walked.done / walked.of
  return (
    <ProgressBar
      className="walk"
      aria-label={t('rules.walk')}
      value={share}
      minValue={0}
      maxValue={1}
      valueLabel={percent(share)}
    >
      <span className="walk-track" aria-hidden="true">
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <span className="muted num">{t('rules.walk.share', { share: percent(share) })}</span>
    </ProgressBar>
  )
}
