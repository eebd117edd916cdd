import type { Locator, Page } from '@playwright/test'

/** The frame of the value that has the cursor or the pointer. */
export function litBox(page: Page): Locator {
  return page.locator('.rv-box-focused')
}

/**
 * What the page says inside the lit frame: the characters of the document's own text, or the recognised words of a scan,
 * whose middle lies in it on the screen. Measured on what is drawn, not on what was calculated.
 */
export async function textInLitBox(page: Page): Promise<string> {
  return litBox(page).evaluate(frame => {
    const { left, right, top, bottom } = frame.getBoundingClientRect()
    const isInside = (place: DOMRect) => {
      const x = place.left + place.width / 2
      const y = place.top + place.height / 2
      return x >= left && x <= right && y >= top && y <= bottom
    }
    const layer = frame.closest('.rv-page')?.querySelector('.rv-text, .rv-words')
    if (!layer) return ''
    const parts: string[] = []
    const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      let part = ''
      for (let at = 0; at < node.length; at++) {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        if (isInside(range.getBoundingClientRect())) part += node.data[at] ?? ''
      }
      if (part.trim() !== '') parts.push(part.trim())
    }
    return parts.join(' ')
  })
}
