import { Button as AriaButton } from 'react-aria-components'
import type { FigureFilter } from '../../../shared/analytics'
import type { InboxFilter } from '../../../shared/inbox'
import { useText } from '../i18n/t'
import { figureText } from './figure-text'
import { openFigure } from './open-figure'

interface FigureLinkProps {
  readonly filter: FigureFilter
  readonly vendorId?: InboxFilter['vendorId']
  /** How many documents are behind it. */
  readonly documents: number
  /** Said instead of the number of documents: a share, an amount. */
  readonly shown?: string
  readonly className?: string
}

/** A number that leads to the documents behind it; none behind it, it leads nowhere. */
export function FigureLink({ filter, vendorId = null, documents, shown, className = 'figure-link' }: FigureLinkProps) {
  const text = useText()
  const value = shown ?? text.number(documents)
  if (documents === 0) return <span className={`${className} num none`}>{value}</span>
  const name = figureText(text, filter)
  return (
    <AriaButton
      className={`${className} num`}
      aria-label={text.t('analytics.show', { name, value })}
      onPress={() => openFigure(filter, vendorId)}
    >
      {value}
    </AriaButton>
  )
}
