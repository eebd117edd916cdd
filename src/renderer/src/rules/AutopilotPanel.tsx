import { X } from 'lucide-react'
import { Button as AriaButton, Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import {
  autopilotBars,
  RunMode,
  type AutopilotHistory,
  type AutopilotPoint,
  type AutopilotView,
} from '../../../shared/automation'
import { useText, type Text } from '../i18n/t'
import { Button } from '../parts/Button'
import { Select } from '../parts/Select'
import { VendorPicker } from '../parts/VendorPicker'
import { RuleCounts } from './RuleCounts'
import { useRules } from './rules-slice'
import { WalkProgress } from './WalkProgress'

/** The dial: which bar would have meant what for the invoices persons decided here. */
export function AutopilotPanel() {
  const { t } = useText()
  const autopilot = useRules(state => state.autopilot)
  return (
    <section className="rules-panel" aria-labelledby="autopilot">
      <h2 id="autopilot">{t('autopilot.title')}</h2>
      <p className="muted">{t('autopilot.intro')}</p>
      {autopilot && <Dial autopilot={autopilot} />}
    </section>
  )
}

function Dial({ autopilot }: { readonly autopilot: AutopilotView }) {
  const text = useText()
  const { t, percent } = text
  const { setAutopilot } = useRules.getState()
  const history = useRules(state => state.history)
  const { bar, mode, acted, shadowed, undone } = autopilot
  const index = Math.max(
    0,
    autopilotBars.findIndex(one => one >= bar),
  )
  return (
    <>
      <div className="autopilot-row">
        <Select
          label={t('rules.mode')}
          value={mode}
          options={RunMode.options.map(one => ({ id: one, label: t(`rules.mode.${one}`) }))}
          onChange={chosen => void setAutopilot({ mode: chosen })}
        />
        <Slider
          className="dial"
          value={index}
          minValue={0}
          maxValue={autopilotBars.length - 1}
          onChangeEnd={chosen => void setAutopilot({ bar: autopilotBars[chosen] ?? bar })}
        >
          <Label>{t('autopilot.bar', { bar: percent(bar) })}</Label>
          <SliderTrack className="dial-track">
            <SliderThumb className="dial-thumb" aria-valuetext={percent(autopilotBars[index] ?? bar)} />
          </SliderTrack>
          <span className="dial-ends muted" aria-hidden="true">
            <span>{t('autopilot.bold')}</span>
            <span>{t('autopilot.strict')}</span>
          </span>
        </Slider>
      </div>
      {history ? <Past history={history} bar={bar} /> : <WalkProgress walk="autopilot" />}
      {acted + shadowed + undone > 0 && (
        <RuleCounts ruleId="autopilot" version={null} counts={{ acted, shadowed, undone }} />
      )}
      <Exceptions autopilot={autopilot} />
    </>
  )
}

/** What the position of the dial, and each of the others, would have meant. */
function Past({ history, bar }: { readonly history: AutopilotHistory; readonly bar: number }) {
  const text = useText()
  const { decided, points } = history
  const point = points.find(one => one.bar >= bar)
  return (
    <>
      <p className="autopilot-figure" role="status">
        {decided === 0 || !point ? text.t('autopilot.noHistory') : figure(text, point, decided)}
      </p>
      {decided > 0 && <Figures points={points} decided={decided} bar={bar} />}
    </>
  )
}

/** "71 % touchless, 0.3 % wrong (95 %: 0.1–0.8)". */
function figure(text: Text, point: AutopilotPoint, decided: number): string {
  const share = text.percent(point.touchless / decided)
  if (point.wrongFrom === null || point.wrongTo === null) return text.t('autopilot.figure.none', { share, decided })
  return text.t('autopilot.figure', {
    ...{ share, decided, touchless: point.touchless, wrong: shareText(text, point.wrong / point.touchless) },
    sure: text.percent(0.95),
    ...{ from: shareText(text, point.wrongFrom), to: shareText(text, point.wrongTo) },
  })
}

/** Percent with one decimal: shares wrong live below one percent. */
function shareText(text: Text, share: number): string {
  return text.rate((share * 100).toFixed(1))
}

function Figures(props: {
  readonly points: readonly AutopilotPoint[]
  readonly decided: number
  readonly bar: number
}) {
  const text = useText()
  const { t, percent, number } = text
  return (
    <table className="figures">
      <caption className="visually-hidden">{t('autopilot.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('autopilot.column.bar')}</th>
          <th scope="col">{t('autopilot.column.touchless')}</th>
          <th scope="col">{t('autopilot.column.wrong')}</th>
          <th scope="col">{t('autopilot.column.interval', { sure: percent(0.95) })}</th>
        </tr>
      </thead>
      <tbody>
        {props.points.map(point => (
          <tr key={point.bar} aria-current={point.bar === props.bar ? 'true' : undefined}>
            <th scope="row" className="num">
              {percent(point.bar)}
            </th>
            <td className="num">
              {number(point.touchless)} · {percent(point.touchless / props.decided)}
            </td>
            <td className="num">{number(point.wrong)}</td>
            <td className="num">
              {point.wrongFrom === null || point.wrongTo === null
                ? '—'
                : `${shareText(text, point.wrongFrom)}–${shareText(text, point.wrongTo)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const noVendors: AutopilotHistory['doubtfulVendors'] = []

function Exceptions({ autopilot }: { readonly autopilot: AutopilotView }) {
  const { t } = useText()
  const { setAutopilot } = useRules.getState()
  const { exceptVendorIds, exceptions } = autopilot
  const doubtfulVendors = useRules(state => state.history?.doubtfulVendors ?? noVendors)
  return (
    <div className="exceptions">
      <h3>{t('autopilot.exceptions')}</h3>
      <div className="chips">
        {exceptions.map(({ vendorId, name }) => (
          <AriaButton
            key={vendorId}
            className="chip"
            aria-label={t('autopilot.exception.remove', { name })}
            onPress={() => void setAutopilot({ exceptVendorIds: exceptVendorIds.filter(id => id !== vendorId) })}
          >
            {name}
            <X aria-hidden="true" />
          </AriaButton>
        ))}
      </div>
      {doubtfulVendors.map(({ vendorId, name, wrong, touchless }) => (
        <p key={vendorId} className="doubtful">
          {t('autopilot.doubtful', { name, wrong, touchless })}{' '}
          <Button onPress={() => void setAutopilot({ exceptVendorIds: [...exceptVendorIds, vendorId] })}>
            {t('autopilot.except')}
          </Button>
        </p>
      ))}
      <VendorPicker
        label={t('autopilot.exception.add')}
        onChoose={({ id }) => {
          if (!exceptVendorIds.includes(id)) void setAutopilot({ exceptVendorIds: [...exceptVendorIds, id] })
        }}
      />
    </div>
  )
}
