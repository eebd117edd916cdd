import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './quittance-app'

const oldestSupportedMajor = 45

/** The app that is looked at: packed, or built and run from its sources. */
export interface LookedAt {
  readonly page: Page
  /** Text of the built main process. */
  readonly main: string
  /** Command line of the process that draws the page; empty where the system shows it to nobody. */
  readonly switches: string
  /** Whether fuses are set: in the packed program, or in what it is packed by. */
  expectFuses(): Promise<void> | void
}

interface Checked extends LookedAt {
  readonly policy: ReadonlyMap<string, readonly string[]>
}

/**
 * Electron's recommendations, in its own order (electronjs.org/docs/latest/tutorial/security). Where the running app shows
 * the effect, the effect is asked for; what only its makers know is read in the built program.
 */
const recommendations: readonly (readonly [string, (app: Checked) => Promise<void> | void])[] = [
  [
    'only secure content is loaded',
    async ({ page }) => {
      const addresses = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
      expect(addresses.filter(address => !/^(app|doc|blob|data):/.test(address))).toEqual([])
      expect(await page.evaluate(() => location.protocol)).toBe('app:')
    },
  ],
  [
    'the page has no Node.js',
    async ({ page, main }) => {
      const names = ['require', 'process', 'module', 'Buffer', 'global']
      expect(await page.evaluate(all => all.filter(name => name in globalThis), names)).toEqual([])
      expect(main).toContain('nodeIntegration: false')
    },
  ],
  [
    'the preload lives in a world of its own',
    async ({ page, main }) => {
      expect(await worldsOf(page)).toContain('Electron Isolated Context')
      expect(main).toContain('contextIsolation: true')
    },
  ],
  [
    'processes are sandboxed',
    ({ main, switches }) => {
      expect(main).toContain('sandbox: true')
      expect(main).toContain('app.enableSandbox()')
      // Root, as in a container, cannot use the sandbox and says so.
      if (process.getuid?.() !== 0) expect(switches).not.toContain('--no-sandbox')
    },
  ],
  [
    'permissions are denied',
    async ({ page }) => {
      const states = await page.evaluate(async () => {
        const names = ['geolocation', 'camera', 'microphone', 'notifications', 'midi'] as const
        const asked = await Promise.all(
          names.map(name => navigator.permissions.query({ name: name as PermissionName })),
        )
        return [...asked.map(({ state }) => state), await Notification.requestPermission()]
      })
      expect(new Set(states)).toEqual(new Set(['denied']))
    },
  ],
  [
    'web security is on',
    ({ main, switches }) => {
      expect(main).not.toMatch(/webSecurity:\s*false/)
      expect(switches).not.toContain('--disable-web-security')
    },
  ],
  [
    'the content security policy allows no inline script, no eval and no network',
    async ({ page, policy }) => {
      expect(policy.get('default-src')).toEqual(["'none'"])
      expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"])
      expect(policy.get('connect-src')).toEqual(["'self'", 'doc:'])
      expect([...policy.values()].flat()).not.toContain("'unsafe-inline'")
      expect([...policy.values()].flat()).not.toContain("'unsafe-eval'")
      const effects = await page.evaluate(async () => {
        const inline = document.createElement('script')
        inline.textContent = 'globalThis.inlineRan = true'
        document.head.append(inline)
        // As a text it is eval: what Playwright itself evaluates would be let through.
        setTimeout('globalThis.textRan = true', 0)
        await new Promise(resolve => setTimeout(resolve, 100))
        const fetched = await fetch('https://example.com').then(
          () => 'reached',
          () => 'refused',
        )
        return { ran: ['inlineRan', 'textRan'].filter(name => name in globalThis), fetched }
      })
      expect(effects).toEqual({ ran: [], fetched: 'refused' })
    },
  ],
  ['insecure content may not run', ({ main }) => expect(main).not.toContain('allowRunningInsecureContent')],
  [
    'no experimental features are on',
    ({ main, switches }) => {
      expect(main).not.toContain('experimentalFeatures')
      expect(switches).not.toContain('--enable-experimental-web-platform-features')
    },
  ],
  [
    'no Blink features are switched on',
    ({ main, switches }) => {
      expect(main).not.toContain('enableBlinkFeatures')
      expect(switches).not.toContain('--enable-blink-features')
    },
  ],
  ['no webview may open windows', ({ main }) => expect(main).not.toContain('allowpopups')],
  [
    'there are no webviews',
    async ({ page, main }) => {
      expect(main).toContain('webviewTag: false')
      expect(main).toContain('will-attach-webview')
      const methods = await page.evaluate(() => 'getWebContentsId' in document.createElement('webview'))
      expect(methods).toBe(false)
    },
  ],
  [
    'the page cannot leave',
    async ({ page }) => {
      const before = page.url()
      await page.evaluate(() => (location.href = 'https://example.com'))
      await page.waitForTimeout(300)
      expect(page.url()).toBe(before)
    },
  ],
  [
    'the page opens no windows',
    async ({ page }) => {
      expect(await page.evaluate(() => window.open('https://example.com') === null)).toBe(true)
      expect(await page.evaluate(() => window.open('app://quittance/index.html') === null)).toBe(true)
    },
  ],
  [
    'nothing untrusted is given to the system to open',
    async ({ page, main }) => {
      expect(main.match(/\.openExternal\(/g)).toHaveLength(1)
      const replies = await page.evaluate(() =>
        Promise.all(
          ['https://example.com', 'file:///etc/passwd', 'calc:'].map(text =>
            window.quittance.openInLedger(text as never),
          ),
        ),
      )
      expect(replies.map(reply => reply.ok)).toEqual([false, false, false])
    },
  ],
  [
    'a supported version of Electron is shipped',
    () => {
      expect(Number(pinnedElectron().split('.')[0])).toBeGreaterThanOrEqual(oldestSupportedMajor)
    },
  ],
  [
    'main answers its own page and nobody else',
    ({ main }) => {
      expect(main.match(/ipcMain\.(handle|on|once)\(/g)).toHaveLength(1)
      expect(main).toMatch(/senderFrame\.origin === /)
    },
  ],
  [
    'files are served by a scheme of our own, never by file:',
    async ({ page }) => {
      const found = await page.evaluate(async () => ({
        file: await fetch('file:///etc/hostname').then(
          () => 'reached',
          () => 'refused',
        ),
        outside: (await fetch('app://quittance/%2e%2e/main/main.js')).status,
      }))
      expect(found).toEqual({ file: 'refused', outside: 404 })
    },
  ],
  ['fuses are set', ({ expectFuses }) => expectFuses()],
  [
    'the page is given functions of ours and nothing of Electron',
    async ({ page }) => {
      const bridge = await page.evaluate(() =>
        Object.entries(window.quittance).map(([name, value]) => `${name}: ${typeof value}`),
      )
      const names = ['call', 'chooseFolder', 'on', 'openInLedger', 'save', 'take', 'updates']
      expect(bridge.sort()).toEqual(names.map(name => `${name}: function`))
      expect(await page.evaluate(() => ['electron', 'ipcRenderer'].filter(name => name in globalThis))).toEqual([])
    },
  ],
]

/** Goes through all of Electron's recommendations, each a step of the running test. */
export async function expectRecommendations(app: LookedAt): Promise<void> {
  const checked: Checked = { ...app, policy: await policyOf(app.page) }
  const held: string[] = []
  for (const [number, [name, check]] of recommendations.entries()) {
    await test.step(name, async () => check(checked))
    held.push(`${String(number + 1).padStart(2)} ${name}`)
  }
  console.log(`${held.join('\n')}\n${held.length}/${recommendations.length} recommendations hold`)
  expect(held).toHaveLength(20)
}

/** The content security policy the page was served with, by its directives. */
async function policyOf(page: Page): Promise<ReadonlyMap<string, readonly string[]>> {
  const answer = await page.evaluate(async () => {
    const response = await fetch(location.href)
    return response.headers.get('content-security-policy') ?? ''
  })
  return new Map(
    answer.split(';').map(directive => {
      const [name = '', ...sources] = directive.trim().split(/\s+/)
      return [name, sources] as const
    }),
  )
}

/** Worlds of JavaScript in the page, by the names Chromium gives them. */
async function worldsOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const names: string[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => names.push(context.name))
  await session.send('Runtime.enable')
  await session.detach()
  return names
}

/** The version of Electron that is shipped. */
function pinnedElectron(): string {
  const { devDependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>
  }
  return devDependencies['electron'] ?? ''
}
