import { z } from 'zod'
import { CompanyView } from '../company'
import { nothing } from './parts'

/** Which books are open. */
export const companyCalls = {
  'company.current': { input: nothing, output: CompanyView },
  /** Opens the accountant's own books or the sample company (made with the shipped samples when first opened). */
  'company.open': { input: z.object({ key: z.enum(['own', 'sample']) }), output: CompanyView },
  'company.removeSample': { input: nothing, output: CompanyView },
}
