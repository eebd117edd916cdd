import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { expect } from '../e2e/quittance-app'
import { manifest, test, type Package } from './package'

const oldestSupportedMajor = 45

/** What a fuse reads as. */
const off = '0'.charCodeAt(0)
const on = '1'.charCodeAt(0)

const fuses: readonly (readonly [FuseV1Options, number])[] = [
  [FuseV1Options.RunAsNode, off],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, off],
  [FuseV1Options.EnableNodeCliInspectArguments, off],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, off],
  [FuseV1Options.EnableCookieEncryption, on],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, on],
  [FuseV1Options.OnlyLoadAppFromAsar, on],
]

interface Checked {
  readonly page: Page
  readonly pack: Package
  readonly main: string
  readonly policy: ReadonlyMap<string, readonly string[]>
  readonly switches: string
}

/**
 * Electron's recommendations, in its own order (electronjs.org/docs/latest/tutorial/security). Where the running app shows
 * the effect, the effect is asked for; what only its makers know is read in the packed program.
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
      const pinned = manifest().devDependencies['electron'] ?? ''
      expect(Number(pinned.split('.')[0])).toBeGreaterThanOrEqual(oldestSupportedMajor)
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
  [
    'fuses are set',
    async ({ pack }) => {
      const wire = await getCurrentFuseWire(pack.program)
      for (const [fuse, wanted] of fuses) expect(wire[fuse], FuseV1Options[fuse]).toBe(wanted)
    },
  ],
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

test('all of Electron’s security recommendations hold in the packed app', async ({ app, pack }) => {
  const answer = await app.page.evaluate(async () => {
    const response = await fetch(location.href)
    return response.headers.get('content-security-policy') ?? ''
  })
  const policy = new Map(
    answer.split(';').map(directive => {
      const [name = '', ...sources] = directive.trim().split(/\s+/)
      return [name, sources] as const
    }),
  )
  const checked: Checked = {
    page: app.page,
    pack,
    main: pack.read('out/main/main.js'),
    policy,
    switches: rendererSwitches(pack),
  }
  const held: string[] = []
  for (const [number, [name, check]] of recommendations.entries()) {
    await test.step(name, async () => check(checked))
    held.push(`${String(number + 1).padStart(2)} ${name}`)
  }
  console.log(`${held.join('\n')}\n${held.length}/${recommendations.length} recommendations hold`)
  expect(held).toHaveLength(20)
})

/** Worlds of JavaScript in the page, by the names Chromium gives them. */
async function worldsOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const names: string[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => names.push(context.name))
  await session.send('Runtime.enable')
  await session.detach()
  return names
}

/** The command line of the process that draws the page. Windows shows it to nobody without more ado. */
function rendererSwitches({ program }: Package): string {
  if (process.platform === 'win32') return ''
  const lines = execFileSync('ps', ['-ax', '-ww', '-o', 'args='], { encoding: 'utf8' }).split('\n')
  const renderer = lines.find(line => line.startsWith(program) && line.includes('--type=renderer'))
  if (renderer === undefined) throw new Error('no process draws the page')
  return renderer
}
