import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { AppError } from '../../../../../src/shared/result'

export const fixturesFolder = resolve(import.meta.dirname, '../../../../fixtures/einvoice')

/** Corpora of real documents beside the repository; tests that use them are left out where they are not there. */
export const corpus = resolve(import.meta.dirname, '../../../../../../shared/corpus')
export const hasCorpus = existsSync(join(corpus, 'einvoice', 'manifest.json'))

export function fixture(name: string): string {
  return readFileSync(join(fixturesFolder, name), 'utf8')
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** What a call failed with, as data; fails the test when it did not. */
export function failureOf(call: () => unknown): AppError['data'] {
  try {
    call()
  } catch (thrown) {
    return (thrown as AppError).data
  }
  throw new Error('expected a failure')
}
