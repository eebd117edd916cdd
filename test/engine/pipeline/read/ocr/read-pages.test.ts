import { expect, test } from 'vitest'
import type { OcrPage, Variant } from '../../../../../src/engine/pipeline/read/ocr/ocr-page'
import { readAgain, type Judge, type ReadPage } from '../../../../../src/engine/pipeline/read/ocr/read-pages'
import { AppError } from '../../../../../src/shared/result'
import { typedPage } from '../page/page-fixture'

/** A picture that says one thing at first and another when read again. */
function picture(first: string, again: (variant: Variant) => string): ReadPage {
  const read = (text: string): OcrPage => ({
    words: typedPage([text], 0.9).words,
    straight: null,
    rotation: 0,
    languages: ['eng'],
    again: variant => Promise.resolve(read(again(variant))),
  })
  return { shown: typedPage([first], 0.9), ocr: read(first) }
}

const textOf = (pages: readonly ReadPage[]) => pages[0]?.shown.words.map(word => word.text).join(' ')
const judge: Judge = pages => {
  const isConvincing = textOf(pages)?.includes('300.00') ?? false
  return { worth: isConvincing ? 1 : 0, isConvincing }
}

test('a scan whose total nothing confirms is read again in another way, until it convinces', async () => {
  const tried: string[] = []
  const page = picture('Total 3OO.OO', ({ segmentation }) => {
    tried.push(segmentation)
    return tried.length < 2 ? 'Total 3O0.00' : 'Total 300.00'
  })
  expect(textOf(await readAgain([page], judge))).toBe('Total 300.00')
  expect(tried).toHaveLength(2)
})

test('a scan that convinces at once is read once', async () => {
  const page = picture('Total 300.00', () => {
    throw new Error('read again')
  })
  expect(await readAgain([page], judge)).toEqual([page])
})

test('the first reading stays when no other one says more', async () => {
  const page = picture('Total 3OO.OO', () => 'T0ta1 3')
  expect(textOf(await readAgain([page], judge))).toBe('Total 3OO.OO')
})

test('a further reading that takes too long leaves the document as it was read first', async () => {
  const page = picture('Total 3OO.OO', () => {
    throw new AppError('resource_limit', { limit: 'time', step: 'ocr' }, 'never')
  })
  expect(textOf(await readAgain([page], judge))).toBe('Total 3OO.OO')
})
