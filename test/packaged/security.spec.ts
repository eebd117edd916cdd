import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { execFileSync } from 'node:child_process'
import { expectRecommendations } from '../e2e/electron-recommendations'
import { expect } from '../e2e/quittance-app'
import { test, type Package } from './package'

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

test('all of Electron’s security recommendations hold in the packed app', async ({ app, pack }) => {
  await expectRecommendations({
    page: app.page,
    main: pack.read('out/main/main.js'),
    switches: rendererSwitches(pack),
    async expectFuses() {
      const wire = await getCurrentFuseWire(pack.program)
      for (const [fuse, wanted] of fuses) expect(wire[fuse], FuseV1Options[fuse]).toBe(wanted)
    },
  })
})

/** The command line of the process that draws the page. Windows shows it to nobody without more ado. */
function rendererSwitches({ program }: Package): string {
  if (process.platform === 'win32') return ''
  const lines = execFileSync('ps', ['-ax', '-ww', '-o', 'args='], { encoding: 'utf8' }).split('\n')
  const renderer = lines.find(line => line.startsWith(program) && line.includes('--type=renderer'))
  if (renderer === undefined) throw new Error('no process draws the page')
  return renderer
}
