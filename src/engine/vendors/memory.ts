import { count, desc, eq } from 'drizzle-orm'
import type { VendorId } from '../../shared/ids'
import type { VendorMemory } from '../pipeline/code/vendor-memory'
import { accountExamples, vendors } from '../store/schema'
import type { Reader } from '../store/write'

/** Older lessons than the newest of these say nothing new. */
const examplesLooked = 200

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

/** The accounts people of this company choose most, most chosen first. */
export function companyHabits(reader: Reader): string[] {
  return reader
    .select({ accountCode: accountExamples.accountCode, uses: count() })
    .from(accountExamples)
    .groupBy(accountExamples.accountCode)
    .orderBy(desc(count()), accountExamples.accountCode)
    .limit(3)
    .all()
    .map(row => row.accountCode)
}
