import { and, count, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Period, VendorFigures } from '../../shared/analytics'
import type { VendorId } from '../../shared/ids'
import { minor, toDecimal } from '../../shared/money'
import { correctedFields, documentWork, vendors } from '../store/schema'
import type { Reader } from '../store/write'
import { workCondition } from './behind-figure'

const vendorsToShow = 10

/** Where the money of a period's approved documents went, whose documents had to be corrected, and what in them. */
export function vendorFigures(reader: Reader, period: Period): VendorFigures {
  return { spend: spend(reader, period), corrections: corrections(reader, period), fields: fields(reader, period) }
}

function spend(reader: Reader, period: Period): VendorFigures['spend'] {
  const { currency, vendorId, amount } = documentWork
  const rows = reader
    .select({ currency, vendorId, amount: sql<number>`sum(${amount})`, documents: count() })
    .from(documentWork)
    .where(
      and(workCondition({ figure: 'approved', period }), isNotNull(currency), isNotNull(vendorId), isNotNull(amount)),
    )
    .groupBy(currency, vendorId)
    .all()
  const groups = [...Map.groupBy(rows, row => row.currency ?? '')].map(([of, group]) => ({
    currency: of,
    documents: group.reduce((sum, row) => sum + row.documents, 0),
    top: group.toSorted((one, other) => other.amount - one.amount).slice(0, vendorsToShow),
  }))
  const names = vendorNames(
    reader,
    groups.flatMap(group => group.top.flatMap(row => row.vendorId ?? [])),
  )
  return groups
    .toSorted((one, other) => other.documents - one.documents)
    .map(({ currency: of, documents, top }) => ({
      currency: of,
      documents,
      vendors: top.flatMap(row =>
        row.vendorId === null
          ? []
          : {
              vendorId: row.vendorId,
              name: names.get(row.vendorId) ?? '',
              amount: toDecimal(minor(row.amount), of),
              documents: row.documents,
            },
      ),
    }))
}

function corrections(reader: Reader, period: Period): VendorFigures['corrections'] {
  const { vendorId } = documentWork
  const approved = and(workCondition({ figure: 'approved', period }), isNotNull(vendorId))
  const corrected = sql<number>`count(*) FILTER (WHERE ${documentWork.corrections} > 0)`
  const rows = reader
    .select({ vendorId, documents: corrected, approved: count() })
    .from(documentWork)
    .where(approved)
    .groupBy(vendorId)
    .having(sql`${corrected} > 0`)
    .orderBy(desc(corrected), vendorId)
    .limit(vendorsToShow)
    .all()
  const names = vendorNames(
    reader,
    rows.flatMap(row => row.vendorId ?? []),
  )
  return rows.flatMap(row =>
    row.vendorId === null ? [] : { ...row, vendorId: row.vendorId, name: names.get(row.vendorId) ?? '' },
  )
}

function fields(reader: Reader, period: Period): VendorFigures['fields'] {
  return reader
    .select({ field: correctedFields.field, documents: count() })
    .from(correctedFields)
    .innerJoin(documentWork, eq(documentWork.intakeNumber, correctedFields.intakeNumber))
    .where(workCondition({ figure: 'approved', period }))
    .groupBy(correctedFields.field)
    .orderBy(desc(count()), correctedFields.field)
    .all()
}

function vendorNames(reader: Reader, ids: readonly VendorId[]): Map<VendorId, string> {
  const rows = reader
    .select({ id: vendors.id, name: vendors.name })
    .from(vendors)
    .where(inArray(vendors.id, [...new Set(ids)]))
    .all()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
