import { chromium, type ElectronApplication, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { sandboxSwitches } from '../../scripts/system-libraries.mjs'

/** A running app with its window. `electron` is its main process where one can look inside. */
export interface StartedApp {
  readonly page: Page
  readonly electron?: ElectronApplication
  quit(): Promise<void>
}

/**
 * Starts a packaged program as a person would. Its fuses keep everybody out of the main process, Playwright too, so only
 * the window is reached, by Chromium's own port.
 */
export async function startPackaged(
  program: string,
  dataFolder: string,
  more: readonly string[] = [],
): Promise<StartedApp & { readonly process: ChildProcess }> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env as Record<string, string>
  const child = spawn(
    program,
    [
      ...sandboxSwitches(),
      `--data=${dataFolder}`,
      '--password-store=basic',
      '--lang=en-US',
      '--remote-debugging-port=0',
      ...more,
    ],
    { env, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const exited = once(child, 'exit')
  const browser = await chromium.connectOverCDP(await addressOf(child), { isLocal: true })
  const [context] = browser.contexts()
  if (!context) throw new Error('the app shows no window')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  return {
    page,
    process: child,
    async quit() {
      if (child.exitCode !== null || child.signalCode !== null) return
      await page.close()
      await exited
    },
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('started without its error output')
  const heard: string[] = []
  for await (const line of createInterface(child.stderr)) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address) {
      // Somebody must go on reading, or the program would wait for its full pipe.
      child.stderr.resume()
      return address
    }
    heard.push(line)
  }
  throw new Error(`the program ended before it showed a window: ${heard.slice(-5).join(' / ')}`)
}
