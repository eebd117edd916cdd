// What a package says about its parts: the licences of everything inside and a bill of materials.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isLeftOut } from './shipped-modules.mjs'

/**
 * Licences a package may contain: they ask for a notice, not for our sources. The
 * LGPL of libvips, which sharp's WebAssembly holds, asks for a library that can be replaced: it is a file of its own.
 */
const accepted =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Python-2\.0|Unlicense|OFL-1\.1|LGPL-3\.0-or-later)\b/

/**
 * Writes `licences.json` (the page of Settings) and `sbom.cdx.json` (CycloneDX, by npm) into `folder`.
 * @throws Error when a part has a licence nobody looked at yet
 */
export async function writeNotices(root, folder) {
  const parts = await licences(root)
  const strange = parts.filter(({ licence }) => !accepted.test(licence))
  if (strange.length > 0) {
    throw new Error(
      `licences to look at first: ${strange.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`,
    )
  }
  writeFileSync(join(folder, 'licences.json'), `${JSON.stringify(parts)}\n`)
  const sbom = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  })
  writeFileSync(join(folder, 'sbom.cdx.json'), sbom)
}

/** Every production module: those inside the package and those bundled into the page. */
async function licences(root) {
  const { init } = await import('license-checker-rseidelsohn')
  const found = await new Promise((resolve, reject) =>
    init({ start: root, production: true, excludePrivatePackages: true }, (error, packages) =>
      error ? reject(error) : resolve(packages),
    ),
  )
  return Object.entries(found)
    .map(([id, { licenses, repository, path }]) => {
      const at = id.lastIndexOf('@')
      return {
        name: id.slice(0, at),
        version: id.slice(at + 1),
        licence: [licenses].flat().join(' OR '),
        address: repository ?? null,
        text: licenceText(path),
      }
    })
    .filter(({ name }) => !isLeftOut(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Not what a README says about it: only a licence or notice file counts. */
function licenceText(folder) {
  if (!existsSync(folder)) return null
  const files = readdirSync(folder).filter(name => /^(licen[cs]e|copying|notice)/i.test(name))
  const texts = files.map(name => readFileSync(join(folder, name), 'utf8').trim())
  return texts.length > 0 ? texts.join('\n\n') : null
}
