import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '../e2e/quittance-app'
import { manifest, test } from './package'

test('nothing is packed that serves building or testing only', ({ pack }) => {
  const folders = new Set(pack.files.map(file => file.split('/')[0]))
  expect([...folders].sort()).toEqual(['node_modules', 'out', 'package.json'])
  const modules = pack.files.flatMap(
    file => /^node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1] ?? [],
  )
  expect(modules.length).toBeGreaterThan(20)
  const { devDependencies } = manifest()
  expect(modules.filter(name => name in devDependencies)).toEqual([])
  expect(pack.files.filter(file => /\.(map|d\.ts|gyp)$/.test(file))).toEqual([])
})

test('no packed module asks to run something when it is installed', ({ pack }) => {
  const manifests = pack.files.filter(file => /^node_modules\/.*package\.json$/.test(file))
  const asking = manifests.filter(file => {
    const { scripts = {} } = JSON.parse(pack.read(file)) as { scripts?: Record<string, string> }
    return ['preinstall', 'install', 'postinstall'].some(name => name in scripts)
  })
  expect(asking).toEqual([])
})

test('only native libraries lie outside the archive, and the data that is read in place', ({ pack }) => {
  const unpacked = readdirSync(join(pack.resources, 'app.asar.unpacked'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ name }) => name)
  expect(unpacked.length).toBeGreaterThan(1)
  expect(unpacked.filter(file => !file.endsWith('.node'))).toEqual([])
  for (const language of ['eng', 'spa', 'deu', 'fra', 'ita', 'nld', 'por']) {
    expect(existsSync(join(pack.resources, 'resources', 'ocr', `${language}.traineddata.gz`)), language).toBe(true)
  }
  expect(existsSync(join(pack.resources, 'default_app.asar'))).toBe(false)
})

test('the package names its parts: licences with their text, and a bill of materials', ({ pack }) => {
  const licences = JSON.parse(readFileSync(join(pack.resources, 'licences.json'), 'utf8')) as {
    name: string
    licence: string
    text: string | null
  }[]
  const sbom = JSON.parse(readFileSync(join(pack.resources, 'sbom.cdx.json'), 'utf8')) as {
    bomFormat: string
    components: { name: string }[]
  }
  expect(sbom.bomFormat).toBe('CycloneDX')
  const named = new Set(licences.map(({ name }) => name))
  for (const name of Object.keys(manifest().dependencies)) {
    expect(named.has(name) || name === 'better-sqlite3', name).toBe(true)
  }
  expect(licences.filter(({ text }) => text !== null).length / licences.length).toBeGreaterThan(0.9)
})
