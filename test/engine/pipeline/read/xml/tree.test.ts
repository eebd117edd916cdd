import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Origin } from '../../../../../src/shared/invoice'
import type { XmlNode } from '../../../../../src/shared/xml-node'
import { readXmlDocument } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { xmlTree } from '../../../../../src/engine/pipeline/read/xml/tree'
import { fixture, fixturesFolder, utf8 } from '../einvoice/fixtures'

function pathsIn(node: XmlNode): string[] {
  return [node.path, ...node.attributes.map(({ path }) => path), ...node.children.flatMap(pathsIn)]
}

function pathsOf(origin: Origin): string[] {
  if (origin.kind === 'xml') return [origin.path]
  return origin.kind === 'formula' ? origin.inputs : []
}

test.each(readdirSync(fixturesFolder).filter(name => name.endsWith('.xml')))(
  'every origin of %s names a node of the tree on screen',
  name => {
    const bytes = utf8(fixture(name))
    const shown = new Set(pathsIn(xmlTree(bytes)))
    const { candidates, lines, taxes, adjustments = [] } = readXmlDocument(bytes).facts
    const named = [...candidates, ...lines, ...taxes, ...adjustments].flatMap(({ origin }) => pathsOf(origin))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter(path => !shown.has(path))).toEqual([])
  },
)

test('an attachment of megabytes is cut for the screen', () => {
  const root = xmlTree(utf8(`<a><b>${'QUJD'.repeat(100_000)}</b></a>`))
  expect(root.children[0]?.text.length).toBeLessThan(3000)
})
