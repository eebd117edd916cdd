import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import type { VendorId } from '../../shared/ids'
import { descriptionKey } from '../pipeline/code/fold'
import type { CodingMemory, Lesson } from '../pipeline/code/memory-hits'
import { accountExamples, vendors } from '../store/schema'
import type { Reader } from '../store/write'

/** Older lessons than the newest of these say nothing new. */
const examplesLooked = 200

/** What a person decided for lines of one vendor, newest first, and the account set in the vendor's record. */
export interface VendorMemory {
  readonly examples: readonly Lesson[]
  readonly defaultAccountCode: string | null
}

/** What people decided for a vendor's lines, newest first. */
export function loadVendorMemory(reader: Reader, vendorId: VendorId): VendorMemory {
  const { descriptionKey, classificationCode, accountCode } = accountExamples
  const examples = reader
    .select({ descriptionKey, classificationCode, accountCode })
    .from(accountExamples)
    .where(eq(accountExamples.vendorId, vendorId))
    .orderBy(desc(accountExamples.at), desc(accountExamples.id))
    .limit(examplesLooked)
    .all()
  const columns = { defaultAccountCode: vendors.defaultAccountCode }
  const vendor = reader.select(columns).from(vendors).where(eq(vendors.id, vendorId)).get()
  return { examples, defaultAccountCode: vendor?.defaultAccountCode ?? null }
}

/**
 * What people decided for a vendor's lines, and for lines of other vendors that say the same, newest first.
 *
 * @param lines the lines about to be coded
 */
export function loadCodingMemory(
  reader: Reader,
  vendorId: VendorId | null,
  lines: readonly { readonly description: string }[],
): CodingMemory {
  const own = vendorId === null ? null : loadVendorMemory(reader, vendorId)
  const keys = [...new Set(lines.map(line => descriptionKey(line.description)))].slice(0, keysAsked)
  const { descriptionKey: key, classificationCode, accountCode } = accountExamples
  const sameWords = inArray(key, keys)
  const ofOthers = reader
    .select({ descriptionKey: key, classificationCode, accountCode })
    .from(accountExamples)
    .where(vendorId === null ? sameWords : and(sameWords, ne(accountExamples.vendorId, vendorId)))
    .orderBy(desc(accountExamples.at), desc(accountExamples.id))
    .limit(examplesLooked)
    .all()
  return { ofVendor: own?.examples ?? [], ofOthers, vendorDefault: own?.defaultAccountCode ?? null }
}

const keysAsked = 500
