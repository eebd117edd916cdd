import type { ReactElement } from 'react'
import { Focusable, OverlayArrow, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { Kbd } from './Kbd'

interface TooltipProps {
  readonly text: string
  readonly keys?: string
  /** A button of ours, or any element that can have focus when `wrap` is set. */
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

/** For elements that are no buttons: they become focusable, so that the keyboard reaches the tooltip too. */
export function TooltipOn({ text, children }: { readonly text: string; readonly children: ReactElement<{}> }) {
  return (
    <Tooltip text={text}>
      <Focusable>{children as ReactElement<React.DOMAttributes<Element>, string>}</Focusable>
    </Tooltip>
  )
}
