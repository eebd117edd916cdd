import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDates } from '../../../../../src/engine/pipeline/read/page/parse-date'

const readings = (text: string) => findDates(text).map(date => date.readings.map(reading => reading.value))

describe('printed dates', () => {
  test.each([
    ['2024-05-31', '2024-05-31'],
    ['31.05.2024', '2024-05-31'],
    ['31/05/24', '2024-05-31'],
    ['May 31, 2024', '2024-05-31'],
    ['31st May 2024', '2024-05-31'],
    ['31-May-2024', '2024-05-31'],
    ['1er mars 2019', '2019-03-01'],
    ['15. März 2019', '2019-03-15'],
    ['5 de julio de 2017', '2017-07-05'],
    ['02 Juillet 2015', '2015-07-02'],
    ['16 August 2020', '2020-08-16'],
    ['8-9-2022', null],
  ])('%s', (text, value) => {
    if (value === null) expect(readings(text)).toEqual([['2022-09-08', '2022-08-09']])
    else expect(readings(text)).toEqual([[value]])
  })

  test('03/04/2024 keeps both readings until the document decides', () => {
    expect(findDates('Invoice date 03/04/2024')[0]?.readings).toEqual([
      { value: '2024-04-03', order: 'dmy' },
      { value: '2024-03-04', order: 'mdy' },
    ])
  })

  test('amounts, phone numbers and impossible days are no dates', () => {
    expect(readings('1.234.567,00')).toEqual([])
    expect(readings('555-1234-5678')).toEqual([])
    expect(readings('31.02.2024')).toEqual([])
    expect(readings('(+603) 7831 0109')).toEqual([])
  })

  test('every day written the ISO way or with its month in words is read back', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    const names = [
      'January',
      'febrero',
      'März',
      'avril',
      'mei',
      'giugno',
      'julho',
      'August',
      'septiembre',
      'Oktober',
      'novembre',
      'december',
    ]
    fc.assert(
      fc.property(days, day => {
        const iso = day.toISOString().slice(0, 10)
        expect(readings(iso)).toEqual([[iso]])
        const written = `${day.getUTCDate()} ${names[day.getUTCMonth()] ?? ''} ${day.getUTCFullYear()}`
        expect(readings(written)).toEqual([[iso]])
      }),
    )
  })
})
