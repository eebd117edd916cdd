import { useEffect, useState, type RefObject } from 'react'
import { Dialog, Heading, Popover } from 'react-aria-components'
import type { LineCandidates, LineView } from '../../../../shared/invoice'
import { CandidateList } from '../../coding/CandidateList'
import { useChart } from '../../coding/chart/chart-slice'
import { accountText, deciderText } from '../../coding/coding-text'
import { EvidenceList } from '../../coding/EvidenceList'
import { StagePath } from '../../coding/StagePath'
import { engine } from '../../engine-client'
import type { Language } from '../../i18n/messages'
import { useText } from '../../i18n/t'
import { useSettings } from '../../settings/settings-slice'

interface LineWhyProps {
  readonly line: LineView
  /** The cell in hand: the panel hangs from it. */
  readonly anchor: RefObject<Element | null>
  readonly isEditable: boolean
  onChoose(accountCode: string): void
  onClose(): void
}

/** Why a line has its account, and the accounts to choose from by number. */
export function LineWhy({ line, anchor, isEditable, onChoose, onClose }: LineWhyProps) {
  const text = useText()
  const { t } = text
  const bar = useSettings(state => state.settings.codingBars.account)
  const proposed = useLineCandidates(line, text.language)
  const { accountCode, accountName, codingState, codingEvidence } = line
  const candidates = proposed?.candidates ?? []
  const isProposal = candidates[0]?.accountCode === accountCode
  const isDecided = codingState === 'confirmed' || codingState === 'corrected'

  return (
    <Popover
      className="popover rv-why"
      triggerRef={anchor}
      isOpen
      onOpenChange={open => !open && onClose()}
      placement="top start"
    >
      <div
        onKeyDown={event => {
          const candidate = /^[1-9]$/.test(event.key) ? candidates[Number(event.key) - 1] : undefined
          if (!candidate || !isEditable || event.repeat) return
          event.preventDefault()
          onChoose(candidate.accountCode)
        }}
      >
        <Dialog>
          <Heading slot="title">
            {accountCode === null
              ? t('review.lines.noAccount')
              : t('coding.why.of', { account: accountText(accountCode, accountName) })}
          </Heading>
          {isDecided && <p>{t('coding.why.personDecided', { state: codingState })}</p>}
          {accountCode !== null && isProposal && proposed?.stages && (
            <StagePath accountCode={accountCode} accountName={accountName ?? ''} chances={proposed.stages} />
          )}
          {!isDecided && <EvidenceList evidence={codingEvidence} />}
          {!isDecided && (
            <p className="why-by">
              <span className="muted">{t('coding.why.by')}</span> {deciderText(text, codingEvidence, accountCode)}
            </p>
          )}
          {candidates.length > 0 ? (
            <CandidateList
              candidates={candidates}
              current={accountCode}
              bar={bar}
              onChoose={code => isEditable && onChoose(code)}
            />
          ) : (
            proposed && <p className="muted">{t('coding.why.none')}</p>
          )}
        </Dialog>
      </div>
    </Popover>
  )
}

/** Asked for when the panel opens; names of families and subfamilies come from the chart. */
function useLineCandidates({ id, accountCode }: LineView, language: Language): LineCandidates | null {
  const [proposed, setProposed] = useState<LineCandidates | null>(null)
  useEffect(() => {
    let isShown = true
    if (!useChart.getState().isLoaded) void useChart.getState().load()
    void engine.call('line.candidates', { lineId: id }).then(reply => {
      if (isShown && reply.ok) setProposed(reply.value)
    })
    return () => {
      isShown = false
    }
  }, [id, accountCode, language])
  return proposed
}
