import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { calls } from '../../src/shared/contract'

const folder = new URL('../../src/shared/contract/', import.meta.url)

async function callsIn(file: string): Promise<string[]> {
  const exported = (await import(new URL(file, folder).href)) as Record<string, object>
  return Object.entries(exported).flatMap(([name, value]) => (name.endsWith('Calls') ? Object.keys(value) : []))
}

test('every call stands in one file of the contract: in a second one it would silently replace the first', async () => {
  const files = readdirSync(folder).filter(file => file.endsWith('.ts'))
  const named = (await Promise.all(files.map(callsIn))).flat()
  expect(named.toSorted()).toEqual(Object.keys(calls).toSorted())
})
