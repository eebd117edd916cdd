import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { registerAllCommands } from '../../src/renderer/src/commands/all'
import { toasts } from '../../src/renderer/src/parts/toasts'

// jsdom lays nothing out: what measures itself gets a window of a fixed size to draw into.
const viewport = { offsetHeight: 640, offsetWidth: 1280, clientHeight: 640, clientWidth: 1280 }
for (const [name, value] of Object.entries(viewport))
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value })

class StillObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.ResizeObserver ??= StillObserver
window.matchMedia ??= query =>
  ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList
Element.prototype.scrollTo = () => {}
Element.prototype.scrollIntoView = () => {}

registerAllCommands()

// The first screen of a file is drawn while its code is still being compiled; on a busy machine that alone takes seconds.
configure({ asyncUtilTimeout: 10_000 })

afterEach(() => {
  cleanup()
  toasts.clear()
})
