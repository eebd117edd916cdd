import type { Reader } from './store/open'
import { readSettings } from './store/settings'
import type { ReadOptions } from './worker/protocol'

/** Pages of one document beyond this are left out with a remark. */
const maxPages = 200

/** What reading is told of the preferences. */
export function readOptionsOf(reader: Reader): Omit<ReadOptions, 'password' | 'forceOcr'> {
  const { ocrLanguages, companyTaxIds, country, homeCurrency } = readSettings(reader)
  return {
    ocrLanguages,
    maxPages,
    ownTaxIds: companyTaxIds.map(taxId => taxId.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()),
    country,
    homeCurrency,
  }
}
