import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { OcrLanguage } from '../../../../../src/shared/settings'
import { languageFolder } from '../../../../../src/engine/pipeline/read/ocr/language-data'

const require = createRequire(import.meta.url)

test.each(OcrLanguage.options)('the shipped language data of %s is the published one', language => {
  const file = `${language}.traineddata.gz`
  const published = join(
    dirname(require.resolve(`@tesseract.js-data/${language}/package.json`)),
    '4.0.0_best_int',
    file,
  )
  expect(readFileSync(join(languageFolder([language]), file)).equals(readFileSync(published))).toBe(true)
})

test('a language that is not shipped is a plain error, not a download', () => {
  expect(() => languageFolder(['eng', 'xyz'])).toThrow('bug')
})
