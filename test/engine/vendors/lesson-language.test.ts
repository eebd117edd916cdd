import { expect, test } from 'vitest'
import type { LessonId, VendorId } from '../../../src/shared/ids'
import type { OcrLanguage } from '../../../src/shared/settings'
import type { Sighting } from '../../../src/engine/pipeline/facts'
import { decide, type Page } from '../../../src/engine/vendors/reading-memory/decide'
import { shapeOf } from '../../../src/engine/vendors/reading-memory/learn'
import type { Lesson } from '../../../src/engine/vendors/reading-memory/lesson'

function amount(text: string, left: string): Sighting {
  const box = { x: 480, y: 500, width: 40, height: 9 }
  const origin = { kind: 'page', page: 1, box, text, by: 'text_layer' } as const
  return { kind: 'amount', readings: [{ value: text, format: null }], origin, left, above: '', x: 0.87, y: 0.6 }
}

/** The net amount of an Italian page stands at a place beside which nothing, or "Netto", is printed. */
function lessonBeside(left: string): Lesson {
  const { kind, above, x, y } = amount('110.00', left)
  const shape = shapeOf(amount('110.00', left))
  const place = { sighting: kind, left, above, x, y, fromFirst: 0, fromLast: 0, shape, format: null }
  const taught = { kind: 'place', place, language: 'ita' } as const
  const own = { id: 'lesson-1' as LessonId, vendorId: 'vendor-1' as VendorId, field: 'net_total' } as const
  return { ...own, taught, learnedAt: 0, confirmed: 0, refuted: 0 }
}

function valuesOn(language: OcrLanguage | null, left: string) {
  const page: Page = {
    fields: {},
    sightings: [amount('102.00', left)],
    pages: 1,
    text: '',
    isSellerSure: true,
    language,
  }
  return decide([lessonBeside(left)], page).map(({ value }) => value)
}

test('a place without words, taught on a page in Italian, says nothing about a Spanish page of the same name', () => {
  expect(valuesOn('ita', '')).toEqual(['102.00'])
  expect(valuesOn('spa', '')).toEqual([])
})

test('where the words beside the place are the same, the language does not matter; nor where it is not known', () => {
  expect(valuesOn('spa', 'Netto')).toEqual(['102.00'])
  expect(valuesOn(null, '')).toEqual(['102.00'])
})
