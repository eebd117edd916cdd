import { ChevronDown, CircleAlert, TriangleAlert } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { DocumentId } from '../../../../shared/ids'
import type { FieldView } from '../../../../shared/invoice'
import { errorText, fieldLabel, theField } from '../../i18n/sentences'
import { useText } from '../../i18n/t'
import { fieldTarget, nextAfterField } from '../state/progress'
import { useReview } from '../state/review-store'
import { Candidates } from './Candidates'
import { fieldKind, fieldValueText, inEveryFormat, type FieldKind } from './field-text'
import { useVendorOffer } from './use-vendor-offer'
import { offeredRowId, VendorOfferList } from './VendorOfferList'

interface FieldProps {
  readonly documentId: DocumentId
  readonly field: FieldView
  readonly currency: string | null
  readonly isEditable: boolean
  /** A word beside the label, e.g. "known". */
  readonly note?: { readonly text: string; readonly tone: 'good' | 'check' | 'critical' }
}

const inputClass: Readonly<Record<FieldKind, string>> = {
  amount: 'num right',
  rate: 'num right',
  date: 'num',
  currency: '',
  text: '',
}

/** One header value: label, input, band, message, other values found. Saves itself when left; Enter takes it and goes on. */
export function Field({ documentId, field, currency, isEditable, note }: FieldProps) {
  const text = useText()
  const { t } = text
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const messageLine = useRef<HTMLParagraphElement>(null)
  const [isChoosing, setChoosing] = useState(false)
  const [isTyping, setTyping] = useState(false)
  const draft = useReview(state => state.drafts[documentId]?.[field.name])
  const isHovered = useReview(state => state.hovered === fieldTarget(field.name))
  const { setDraft, clearDraft, setFocused, setHovered, commitField, confirmField, setField } = useReview.getState()
  const target = fieldTarget(field.name)
  const stored = fieldValueText(text, field.name, field.value, currency)
  const label = fieldLabel(text, field.name)
  const isInvalid = draft?.error != null || field.band === 'invalid' || field.band === 'missing'
  const message = messageOf()
  const isVendor = field.name === 'seller.name' && isEditable
  const offer = useVendorOffer(isVendor && isTyping ? (draft?.text ?? null) : null)

  useEffect(() => {
    if (message !== null && document.activeElement === input.current)
      messageLine.current?.scrollIntoView({ block: 'nearest' })
  }, [message])

  function messageOf(): string | null {
    if (draft?.error) return errorText(text, draft.error)
    if (draft) return null
    if (field.band === 'missing') return t('review.band.missing')
    return field.band === 'invalid' ? t('review.band.invalid') : null
  }

  async function acceptAndGoOn() {
    const wasChanged = draft !== undefined
    const isSaved = await commitField(field.name)
    if (!isSaved) return
    if (!wasChanged && field.band === 'check') await confirmField(field.name)
    const { view, moveTo } = useReview.getState()
    if (view?.documentId === documentId) moveTo(nextAfterField(view, field.name))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (offer.onKeyDown(event)) {
      event.preventDefault()
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      void acceptAndGoOn()
    } else if (event.key === 'Escape' && draft) {
      event.preventDefault()
      event.stopPropagation()
      clearDraft(documentId, field.name)
      // Once the stored value is back, typing replaces it again.
      requestAnimationFrame(() => input.current?.select())
    } else if (event.key === 'ArrowDown' && event.altKey && field.candidates.length > 0) {
      event.preventDefault()
      setChoosing(true)
    }
  }

  return (
    <div className={`rv-field rv-field-${field.name.replace('.', '-')} rv-band-${isInvalid ? 'invalid' : field.band}`}>
      <label htmlFor={id}>
        {label}
        {field.band === 'check' && !draft && (
          <span className="rv-field-mark check-ink">
            <TriangleAlert aria-hidden="true" />
            {t('review.band.check')}
          </span>
        )}
        {isInvalid && <CircleAlert aria-hidden="true" className="critical-ink" />}
        {note && <span className={`rv-field-note ${note.tone}-ink`}>{note.text}</span>}
      </label>
      <div className={isHovered ? 'rv-input rv-input-lit' : 'rv-input'}>
        <input
          ref={input}
          id={id}
          className={inputClass[fieldKind(field.name)]}
          data-focus-target={target}
          value={draft?.text ?? stored}
          readOnly={!isEditable}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          title={isChoosing ? undefined : (draft?.text ?? stored)}
          aria-invalid={isInvalid || undefined}
          aria-describedby={message === null ? undefined : `${id}-message`}
          {...(isVendor && {
            role: 'combobox',
            'aria-autocomplete': 'list',
            'aria-expanded': offer.vendors.length > 0,
            'aria-controls': `${id}-vendors`,
            'aria-activedescendant': offer.marked && offeredRowId(`${id}-vendors`, offer.marked.id),
          })}
          onChange={event => {
            setTyping(true)
            setDraft(documentId, field.name, { text: event.target.value, error: null })
          }}
          onFocus={event => {
            setFocused(target)
            event.target.select()
          }}
          onBlur={() => {
            setTyping(false)
            void commitField(field.name)
          }}
          onKeyDown={onKeyDown}
          onPointerEnter={() => setHovered(target)}
          onPointerLeave={() => setHovered(null)}
        />
        {isEditable && field.candidates.length > 0 && (
          <AriaButton
            className="rv-candidates-button"
            aria-label={t('review.candidates.open', {
              theField: theField(text, field.name),
              count: field.candidates.length,
            })}
            excludeFromTabOrder
            onPress={() => setChoosing(true)}
          >
            <ChevronDown aria-hidden="true" />
          </AriaButton>
        )}
      </div>
      {isVendor && <VendorOfferList id={`${id}-vendors`} offer={offer} anchor={input} />}
      {message !== null && (
        <p ref={messageLine} id={`${id}-message`} className="rv-field-message">
          {message}
        </p>
      )}
      {isChoosing && (
        <Candidates
          field={field}
          currency={currency}
          anchor={input}
          isOpen={isChoosing}
          onClose={() => {
            setChoosing(false)
            input.current?.focus()
          }}
          onChoose={value => {
            setChoosing(false)
            clearDraft(documentId, field.name)
            void setField(field.name, inEveryFormat(value), fieldValueText(text, field.name, value, currency))
            input.current?.focus()
          }}
        />
      )}
    </div>
  )
}
