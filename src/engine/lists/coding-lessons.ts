import { and, countDistinct, desc, eq, like, or, sql } from 'drizzle-orm'
import type { CodingLesson } from '../../shared/coding'
import type { Output, Parsed } from '../../shared/contract'
import { descriptionKey } from '../pipeline/code/fold'
import { accountExamples, vendors } from '../store/schema'
import type { Reader } from '../store/write'
import { nameKey } from '../vendors/name-key'
import { accountLessonViews } from '../vendors/reading-memory/lesson-views'
import type { CodingNames } from './pending-codings'

/** What a lesson says; the words hold no line break. */
const saying = sql`${accountExamples.vendorId} || char(10) || ${accountExamples.descriptionKey} || char(10) || ${accountExamples.accountCode}`

/** Every lesson about accounts, newest first; found by the vendor's name, words of the line, or account code. */
export function codingLessons(
  reader: Reader,
  { search, vendorId, limit }: Parsed<'coding.lessons'>,
  { chart, language }: CodingNames,
): Output<'coding.lessons'> {
  const which = and(vendorId === null ? undefined : eq(accountExamples.vendorId, vendorId), matching(search))
  const rows = reader
    .select({ id: accountExamples.id, vendorName: vendors.name })
    .from(accountExamples)
    .innerJoin(vendors, eq(vendors.id, accountExamples.vendorId))
    .where(which)
    .orderBy(desc(accountExamples.at), desc(accountExamples.id))
    .limit(limit)
    .all()
  const views = new Map(
    accountLessonViews(
      reader,
      rows.map(row => row.id),
    ).map(view => [view.id, view]),
  )
  const lessons = rows.flatMap(({ id, vendorName }): CodingLesson[] => {
    const view = views.get(`example:${id}`)
    if (!view) return []
    const accountName = view.value === null ? null : (chart.byCode.get(view.value)?.name[language] ?? null)
    return [{ ...view, vendorName, accountName }]
  })
  const all = reader
    .select({ n: countDistinct(saying) })
    .from(accountExamples)
    .innerJoin(vendors, eq(vendors.id, accountExamples.vendorId))
    .where(which)
    .get()
  return { lessons, total: all?.n ?? 0 }
}

function matching(search: string) {
  const part = (key: string) => `%${key.replace(/[%_]/g, '')}%`
  const words = descriptionKey(search)
  const name = nameKey(search)
  const found = [
    ...(words === '' ? [] : [like(accountExamples.descriptionKey, part(words))]),
    ...(name === '' ? [] : [like(vendors.nameKey, part(name))]),
    ...(/^[\d.-]+$/.test(search.trim()) ? [like(accountExamples.accountCode, `${search.trim()}%`)] : []),
  ]
  return search.trim() === '' ? undefined : or(...found)
}
