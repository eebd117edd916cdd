import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'SECURITY.md'), 'utf8')

/** What a text names in back-quotes as its proof: tests by their place, measurements by their name. */
function proofsIn(text: string): string[] {
  const named = [...text.matchAll(/`(test\/[^`]+|bench [^`]+)`/g)].map(([, name = '']) => name)
  return named.map(name => (name.startsWith('bench ') ? `bench/${name.slice('bench '.length)}.ts` : name))
}

/** Rows of the table of attackers, without its two head lines. */
const rows = page
  .split('\n')
  .filter(line => line.startsWith('| ') && !/^\| (asset|attacker|---|the books|what|keys|that)/.test(line))

test('every promise of the security page names what proves it, and all of it is there', () => {
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter(row => proofsIn(row).length === 0)).toEqual([])
  const limits = page.slice(page.indexOf("## The page's limits"), page.indexOf('## Out of scope'))
  expect(proofsIn(limits).length).toBeGreaterThan(3)
  expect(proofsIn(page).filter(file => !existsSync(join(root, file)))).toEqual([])
})
