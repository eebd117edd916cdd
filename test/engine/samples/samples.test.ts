import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Big from 'big.js'
import { expect, test } from 'vitest'
import { pageSamples, xmlSamples } from '../../../samples/all'
import { readXmlDocument } from '../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { sniff } from '../../../src/engine/pipeline/sniff'

const folder = resolve(import.meta.dirname, '../../../resources/samples')
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)))
const names = readdirSync(folder).toSorted()

test('twelve samples are shipped, nothing beside them, in less than 3 MB', () => {
  expect(names).toHaveLength(12)
  expect(names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)).toBeLessThan(3_000_000)
  expect(names.map(name => sniff(bytesOf(name), 1).kind)).toEqual([
    ...Array.from({ length: 6 }, () => 'xml'),
    ...Array.from({ length: 5 }, () => 'pdf'),
    'image',
  ])
})

test('the shipped XML and pages are the ones the program makes today', async () => {
  for (const [name, content] of Object.entries({ ...xmlSamples, ...(await pageSamples()) })) {
    expect(Buffer.from(bytesOf(name)).equals(Buffer.from(content)), name).toBe(true)
  }
})

test('of the XML samples only Montevera contradicts its own total', () => {
  const wrong = Object.keys(xmlSamples).filter(name => {
    const { chosen } = readXmlDocument(bytesOf(name)).facts
    const amount = (field: keyof typeof chosen) => new Big(chosen[field]?.value ?? '0')
    const computed = amount('net_total').plus(amount('tax_total')).minus(amount('withheld_total'))
    return !computed.eq(amount('grand_total'))
  })
  expect(wrong).toEqual(['03 Montevera F11862.xml'])
})

test('lines of every XML sample add up to its net total', () => {
  for (const name of Object.keys(xmlSamples)) {
    const { chosen, lines } = readXmlDocument(bytesOf(name)).facts
    const sum = lines.reduce((total, line) => total.plus(line.lineTotal ?? '0'), new Big(0))
    expect(sum.toFixed(2), name).toBe(new Big(chosen.net_total?.value ?? '-1').toFixed(2))
  }
})
