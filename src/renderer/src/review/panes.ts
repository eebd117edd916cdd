/** Panes in the order F6 walks them. */
const paneOrder = ['issues', 'fields', 'lines', 'document'] as const

const stops = '[data-focus-target]:not([tabindex="-1"]),[data-cursor],input,button:not([tabindex="-1"]),[tabindex="0"]'

/** Moves the focus to the next pane on screen, to the place in it that a Tab would reach first. */
export function stepPane(direction: 1 | -1, page: Document = document): void {
  const panes = paneOrder.flatMap(name => [...page.querySelectorAll<HTMLElement>(`[data-pane="${name}"]`)])
  const at = panes.findIndex(pane => pane.contains(page.activeElement))
  for (let step = 1; step <= panes.length; step++) {
    const pane = panes[(at + direction * step + panes.length * (step + 1)) % panes.length]
    const stop = pane && firstStop(pane)
    if (stop) {
      stop.focus()
      return
    }
  }
}

/** The document pane starts on its pages, not on its tools. */
function firstStop(pane: HTMLElement): HTMLElement | null {
  return pane.querySelector<HTMLElement>('[data-focus-target="document"]') ?? pane.querySelector<HTMLElement>(stops)
}
