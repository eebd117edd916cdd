import { abroad } from './abroad'
import { accounts } from './accounts'
import { americas } from './americas'
import { asiaPacific } from './asia-pacific'
import { billed } from './billed'
import { europe } from './europe'
import { everyday } from './everyday'
import { fees } from './fees'
import { freight } from './freight'
import { further } from './further'
import { layouts } from './layouts'
import { letters } from './letters'
import { monthly } from './monthly'
import { offices } from './offices'
import { retail } from './retail'
import { services } from './services'
import { slips } from './slips'
import { trades } from './trades'
import { travel } from './travel'
import type { TypedPage } from './typed-page'
import { utilities } from './utilities'

/** Pages typed by hand in layouts that no training document has. Nothing is learned from them. */
export const unusualPages: readonly TypedPage[] = [
  ...utilities,
  ...travel,
  ...trades,
  ...services,
  ...layouts,
  ...americas,
  ...europe,
  ...asiaPacific,
  ...further,
  ...slips,
  ...freight,
  ...fees,
  ...monthly,
  ...letters,
  ...retail,
  ...offices,
  ...accounts,
  ...abroad,
  ...billed,
  ...everyday,
]
