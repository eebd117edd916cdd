import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import packaging from '../../packaging/electron-builder.mjs'
import { expectRecommendations } from './electron-recommendations'
import { expect, test } from './quittance-app'
import { processTree } from './sockets-of'

test.skip(
  process.env['QUITTANCE_PACKAGED'] !== undefined,
  'the packed app is looked at by test/packaged/security.spec.ts',
)

/** Of a process tree the command line of the one that draws the page; Linux tells it without more ado. */
function rendererSwitches(main: number): string {
  if (process.platform !== 'linux') return ''
  const commands = processTree(main).map(pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '))
  const renderer = commands.find(command => command.includes('--type=renderer'))
  if (renderer === undefined) throw new Error('no process draws the page')
  return renderer
}

test('all of Electron’s security recommendations hold in the app as built from its sources', async ({ app }) => {
  await expectRecommendations({
    page: app.page,
    main: readFileSync(join(import.meta.dirname, '../../out/main/main.js'), 'utf8'),
    switches: rendererSwitches(await app.electron.evaluate(() => process.pid)),
    // A development Electron has its fuses unset: they are set when the app is packed.
    expectFuses() {
      expect(packaging.electronFuses).toMatchObject({
        runAsNode: false,
        enableNodeOptionsEnvironmentVariable: false,
        enableNodeCliInspectArguments: false,
        grantFileProtocolExtraPrivileges: false,
        enableCookieEncryption: true,
        enableEmbeddedAsarIntegrityValidation: true,
        onlyLoadAppFromAsar: true,
      })
    },
  })
})
