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
  validate(value: string): { isValid: boolean; error?: Error }
}

/** Some rules of the library want the prefix, some refuse it: a number is right when either reading is. */
function either(rule: Rule): Validate {
  return value => {
    const verdicts = [rule.validate(value), rule.validate(value.slice(2))]
    if (verdicts.some(verdict => verdict.isValid)) return 'valid'
    return verdicts.some(verdict => verdict.error?.name === 'InvalidChecksum') ? 'wrong_check_digit' : 'wrong_form'
  }
}

/** By the prefix of a VAT number (Greece writes EL, Northern Ireland XI). */
export const euVatValidators: Readonly<Record<string, Validate>> = {
  AT: either(at),
  BE: either(be),
  BG: either(bg),
  CH: either(ch),
  CY: either(cy),
  CZ: either(cz),
  DE: either(de),
  DK: either(dk),
  EE: either(ee),
  EL: either(gr),
  ES: either(es),
  FI: either(fi),
  FR: either(fr),
  GB: either(gb),
  GR: either(gr),
  HR: either(hr),
  HU: either(hu),
  IE: either(ie),
  IT: either(it),
  LT: either(lt),
  LU: either(lu),
  LV: either(lv),
  MT: either(mt),
  NL: either(nl),
  NO: either(no),
  PL: either(pl),
  PT: either(pt),
  RO: either(ro),
  SE: either(se),
  SI: either(si),
  SK: either(sk),
  XI: either(gb),
}
