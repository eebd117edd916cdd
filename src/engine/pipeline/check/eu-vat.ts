// One validator per country, imported alone: the whole library takes a tenth of a second to load.
import * as at from 'stdnum/lib/cjs/at/uid.js'
import * as be from 'stdnum/lib/cjs/be/vat.js'
import * as bg from 'stdnum/lib/cjs/bg/vat.js'
import * as ch from 'stdnum/lib/cjs/ch/vat.js'
import * as cy from 'stdnum/lib/cjs/cy/vat.js'
import * as cz from 'stdnum/lib/cjs/cz/dic.js'
import * as de from 'stdnum/lib/cjs/de/vat.js'
import * as dk from 'stdnum/lib/cjs/dk/cvr.js'
import * as ee from 'stdnum/lib/cjs/ee/kmkr.js'
import * as es from 'stdnum/lib/cjs/es/nif.js'
import * as fi from 'stdnum/lib/cjs/fi/alv.js'
import * as fr from 'stdnum/lib/cjs/fr/tva.js'
import * as gb from 'stdnum/lib/cjs/gb/vat.js'
import * as gr from 'stdnum/lib/cjs/gr/vat.js'
import * as hr from 'stdnum/lib/cjs/hr/oib.js'
import * as hu from 'stdnum/lib/cjs/hu/anum.js'
import * as ie from 'stdnum/lib/cjs/ie/vat.js'
import * as it from 'stdnum/lib/cjs/it/iva.js'
import * as lt from 'stdnum/lib/cjs/lt/pvm.js'
import * as lu from 'stdnum/lib/cjs/lu/tva.js'
import * as lv from 'stdnum/lib/cjs/lv/pvn.js'
import * as mt from 'stdnum/lib/cjs/mt/vat.js'
import * as nl from 'stdnum/lib/cjs/nl/btw.js'
import * as no from 'stdnum/lib/cjs/no/mva.js'
import * as pl from 'stdnum/lib/cjs/pl/nip.js'
import * as pt from 'stdnum/lib/cjs/pt/nif.js'
import * as ro from 'stdnum/lib/cjs/ro/cui.js'
import * as se from 'stdnum/lib/cjs/se/vat.js'
import * as si from 'stdnum/lib/cjs/si/ddv.js'
import * as sk from 'stdnum/lib/cjs/sk/dph.js'

type Verdict = 'valid' | 'wrong_check_digit' | 'wrong_form'
type Validate = (compactWithPrefix: string) => Verdict

interface Rule {
  validate(value: string): { isValid: boolean }
}

/**
 * First the structure the country publishes (the library is lenient about lengths), then the check digit. Some rules of
 * the library want the prefix, some refuse it: a number is right when either reading is.
 */
function either(structure: RegExp, rule: Rule): Validate {
  return value => {
    if (!structure.test(value.slice(2))) return 'wrong_form'
    const isRight = rule.validate(value).isValid || rule.validate(value.slice(2)).isValid
    return isRight ? 'valid' : 'wrong_check_digit'
  }
}

/** By the prefix of a VAT number (Greece writes EL, Northern Ireland XI). */
export const euVatValidators: Readonly<Record<string, Validate>> = {
  AT: either(/^U\d{8}$/, at),
  BE: either(/^[01]\d{9}$/, be),
  BG: either(/^\d{9,10}$/, bg),
  CH: either(/^E?\d{9}(MWST|TVA|IVA)?$/, ch),
  CY: either(/^\d{8}[A-Z]$/, cy),
  CZ: either(/^\d{8,10}$/, cz),
  DE: either(/^\d{9}$/, de),
  DK: either(/^\d{8}$/, dk),
  EE: either(/^\d{9}$/, ee),
  EL: either(/^\d{9}$/, gr),
  ES: either(/^[A-Z0-9]\d{7}[A-Z0-9]$/, es),
  FI: either(/^\d{8}$/, fi),
  FR: either(/^[A-Z0-9]{2}\d{9}$/, fr),
  GB: either(/^(\d{9}|\d{12}|(GD|HA)\d{3})$/, gb),
  GR: either(/^\d{9}$/, gr),
  HR: either(/^\d{11}$/, hr),
  HU: either(/^\d{8}$/, hu),
  IE: either(/^\d[A-Z0-9]\d{5}[A-Z]{1,2}$/, ie),
  IT: either(/^\d{11}$/, it),
  LT: either(/^(\d{9}|\d{12})$/, lt),
  LU: either(/^\d{8}$/, lu),
  LV: either(/^\d{11}$/, lv),
  MT: either(/^\d{8}$/, mt),
  NL: either(/^\d{9}B\d{2}$/, nl),
  NO: either(/^\d{9}MVA$/, no),
  PL: either(/^\d{10}$/, pl),
  PT: either(/^\d{9}$/, pt),
  RO: either(/^\d{2,10}$/, ro),
  SE: either(/^\d{12}$/, se),
  SI: either(/^\d{8}$/, si),
  SK: either(/^\d{10}$/, sk),
  XI: either(/^(\d{9}|\d{12}|(GD|HA)\d{3})$/, gb),
}
