import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openModelFolder } from '../../../src/engine/meaning/model-folder'
import { noMemory } from '../../../src/engine/pipeline/code/memory-hits'
import { AppError } from '../../../src/shared/result'
import { accountants, coder, lineOf } from '../pipeline/code/coding-book'
import { someEngine, someHost } from '../some-engine'
import { writeTinyModel } from './tiny-model'

const root = mkdtempSync(join(tmpdir(), 'meaning-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

// "Stromrechnung" and "Stadtwerke" are in no vocabulary of ours.
const model = writeTinyModel(join(root, 'tiny'), [
  ['electricidad', 'electricity', 'stromrechnung', 'stadtwerke'],
  ['seguro', 'insurance'],
])

function coded(description: string, folder?: string) {
  const meaning = folder === undefined ? undefined : openModelFolder(folder)
  try {
    return coder.code(
      lineOf({ description }),
      { profile: accountants, name: '', homeCurrency: 'MXN', meaning },
      noMemory,
    )
  } finally {
    meaning?.close()
  }
}

function refusal(folder: string): unknown {
  try {
    openModelFolder(folder).close()
    return 'opened'
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.data.params['reason'] : thrown
  }
}

test('a line in words nobody thought of is coded by what it means, and says so', () => {
  const [best] = coded('Stromrechnung Stadtwerke', model).candidates
  expect(best?.accountCode).toBe('601.52')
  expect(best?.evidence[0]).toMatchObject({
    key: 'meaning',
    params: { words: expect.stringMatching(/electricidad|electricity/) },
  })
  expect(coded('Stromrechnung Stadtwerke').candidates[0]?.accountCode).not.toBe('601.52')
})

test('what a line says in its own words outweighs what it comes close to', () => {
  expect(coded('Caseta de peaje stadtwerke', model).candidates[0]?.accountCode).toBe('601.49')
})

test('a text of which the model knows no word means nothing to it', () => {
  const open = openModelFolder(model)
  expect(open.directionOf('Zzz')).toBeUndefined()
  expect(open.directionOf('')).toBeUndefined()
  expect(open).toMatchObject({ dimensions: 2, words: 7 })
  open.close()
})

test('a wrong folder is refused with what is wrong', () => {
  const broken = (name: string, file: string, text: string) => {
    const folder = writeTinyModel(join(root, name), [['seguro']])
    writeFileSync(join(folder, file), text)
    return folder
  }
  expect(refusal(root)).toBe('no_tokenizer')
  expect(refusal(broken('no-json', 'tokenizer.json', 'hello'))).toBe('tokenizer_unreadable')
  expect(refusal(broken('other-json', 'tokenizer.json', '{"model":{"type":"Sorcery"}}'))).toBe('tokenizer_unreadable')
  expect(refusal(broken('no-tensors', 'model.safetensors', 'PK\u0003\u0004 something else'))).toBe('no_matrix')
  expect(refusal(broken('empty', 'model.safetensors', ''))).toBe('no_matrix')
  const alone = writeTinyModel(join(root, 'alone'), [['seguro']])
  rmSync(join(alone, 'model.safetensors'))
  expect(refusal(alone)).toBe('no_matrix_file')
  expect(refusal(writeTinyModel(join(root, 'short'), [['seguro', 'fianza']], 2))).toBe('other_vocabulary')
})

test('a company chooses a model, sees its name and not where it lies, and gives it up again', async () => {
  const engine = someEngine(someHost())
  await engine.start()
  expect(await engine.ask('meaning.get', {})).toMatchObject({ folderName: null })
  expect(await engine.takeFolder(root, 'meaning')).toMatchObject({
    ok: false,
    error: { code: 'meaning_folder_refused' },
  })
  expect(await engine.takeFolder(model, 'meaning')).toMatchObject({ ok: true })
  const view = await engine.ask('meaning.get', {})
  expect(view).toEqual({ folderName: 'tiny', words: 7, dimensions: 2, error: null })
  expect(JSON.stringify([view, await engine.ask('settings.get', {})])).not.toContain(root)
  await engine.ask('meaning.forget', {})
  expect(await engine.ask('meaning.get', {})).toMatchObject({ folderName: null })
  await engine.close()
})
