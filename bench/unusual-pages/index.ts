import { americas } from './americas'
import { asiaPacific } from './asia-pacific'
import { europe } from './europe'
import { further } from './further'
import { layouts } from './layouts'
import { services } from './services'
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
]
