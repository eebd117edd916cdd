import { useEffect, type RefObject } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import type { CandidateView, FieldView, Origin } from '../../../../shared/invoice'
import { theField } from '../../i18n/sentences'
import { useText } from '../../i18n/t'
import { useReview } from '../state/review-store'
import { fieldValueText } from './field-text'
import { originText } from './origin-text'

interface CandidatesProps {
  readonly field: FieldView
  readonly currency: string | null
  /** The field's input: the menu hangs below it. */
  readonly anchor: RefObject<HTMLInputElement | null>
  readonly isOpen: boolean
  onClose(): void
  onChoose(value: string): void
}

/** Other values found for a field; the one under the cursor is lit on the page. */
export function Candidates({ field, currency, anchor, isOpen, onClose, onChoose }: CandidatesProps) {
  const text = useText()
  const setPreview = useReview(state => state.setPreview)

  useEffect(() => () => setPreview(null), [setPreview])

  return (
    <Popover
      className="popover rv-candidates"
      triggerRef={anchor}
      isOpen={isOpen}
      onOpenChange={open => {
        if (open) return
        setPreview(null)
        onClose()
      }}
      placement="bottom start"
    >
      <Menu
        className="menu"
        autoFocus="first"
        aria-label={text.t('review.candidates.label', { theField: theField(text, field.name) })}
        onAction={key => {
          setPreview(null)
          const candidate = field.candidates[Number(key)]
          if (candidate) onChoose(candidate.value)
        }}
      >
        {field.candidates.map((candidate, index) => {
          const value = fieldValueText(text, field.name, candidate.value, currency)
          return (
            <MenuItem key={index} id={index} textValue={value} className="menu-item">
              {({ isFocused, isHovered }) => (
                <>
                  <PreviewWhile isOn={isFocused || isHovered} origin={candidate.origin} />
                  <span className="menu-label num">{value}</span>
                  <span className="rv-candidate-origin">{candidateOrigin(candidate)}</span>
                </>
              )}
            </MenuItem>
          )
        })}
      </Menu>
    </Popover>
  )

  function candidateOrigin(candidate: CandidateView): string {
    return originText(text, candidate.origin)
  }
}

/** Lights an origin on the page as long as its menu item has the cursor. */
function PreviewWhile({ isOn, origin }: { readonly isOn: boolean; readonly origin: Origin }) {
  const setPreview = useReview(state => state.setPreview)
  useEffect(() => {
    if (isOn) setPreview(origin)
  }, [isOn, origin, setPreview])
  return null
}
