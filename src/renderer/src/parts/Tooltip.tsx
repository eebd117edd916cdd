import type { ReactElement } from 'react'
import { OverlayArrow, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { Kbd } from './Kbd'

interface TooltipProps {
  readonly text: string
  readonly keys?: string
  /** A button. */
  readonly children: ReactElement
  readonly delay?: number
}

/** Shows a name or a whole text on hover and on focus. */
export function Tooltip({ text, keys, children, delay = 500 }: TooltipProps) {
  return (
    <TooltipTrigger delay={delay} closeDelay={80}>
      {children}
      <AriaTooltip className="tooltip" offset={6}>
        <OverlayArrow />
        {text}
        {keys !== undefined && <Kbd keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
