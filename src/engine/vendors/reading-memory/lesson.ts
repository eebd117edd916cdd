import type { FieldName } from '../../../shared/invoice'
import type { OcrLanguage } from '../../../shared/settings'
import type { LessonId, VendorId } from '../../../shared/ids'
import type { Sighting, SightingFormat, SightingKind } from '../../pipeline/facts'

/** Where a value stands on a vendor's pages. */
export interface PlaceTaught {
  readonly sighting: SightingKind
  /** Words before it in its row and over it in its column, as printed; empty where there are none. */
  readonly left: string
  readonly above: string
  /** Shares of the page's width and height. */
  readonly x: number
  readonly y: number
  /** Counted from the first page and from the last, both from 0. */
  readonly fromFirst: number
  readonly fromLast: number
  /** Its signs with digits as 9 and letters as A, runs shortened: "INV-2024-17" is "A-9-9". */
  readonly shape: string
  readonly format: SightingFormat | null
}

/** What one correction teaches. */
export type LessonTaught =
  /** The value is read where these words are. */
  | { readonly kind: 'place'; readonly place: PlaceTaught; readonly language: OcrLanguage | null }
  /** The vendor's documents always say the same, whatever is read; `instead` is what was read when it was taught. */
  | {
      readonly kind: 'value'
      readonly value: string
      readonly instead: { readonly value: string | null; readonly text: string | null }
    }
  /** The page does not print it: net is total less tax, tax is total less net, withheld tax put back. */
  | { readonly kind: 'difference' }
  /** What stands here is not this field. */
  | { readonly kind: 'not_here'; readonly place: PlaceTaught }

/** A lesson with how it has done since. */
export interface Lesson {
  readonly id: LessonId
  readonly vendorId: VendorId
  readonly field: FieldName
  readonly taught: LessonTaught
  readonly learnedAt: number
  /** Documents people were done with whose value the lesson had right. */
  readonly confirmed: number
  /** Documents whose value of the lesson a person replaced. */
  readonly refuted: number
}

/** Fields that say the same on every document of a vendor; all others are looked for at their place. */
export const constantFields: ReadonlySet<FieldName> = new Set([
  'document_type',
  'currency',
  'seller.name',
  'seller.tax_id',
  'buyer.name',
  'buyer.tax_id',
])

const kindsOfField: Readonly<Partial<Record<FieldName, readonly SightingKind[]>>> = {
  invoice_number: ['number'],
  uuid: ['number'],
  issue_date: ['date'],
  due_date: ['date'],
  net_total: ['amount'],
  tax_total: ['amount'],
  withheld_total: ['amount'],
  grand_total: ['amount'],
  payable: ['amount'],
  exchange_rate: ['amount'],
}

/** Whether a text of the page may be a value of the field. */
export function mayBe(field: FieldName, sighting: Pick<Sighting, 'kind'>): boolean {
  return kindsOfField[field]?.includes(sighting.kind) ?? false
}
