import { fold } from '../../../shared/fold'
import type { VendorKind } from './vendor-kind'

const feeAccounts: Readonly<Record<Exclude<VendorKind, 'unknown'>, string>> = {
  person: '601.34',
  foreign_person: '601.36',
  company: '601.38',
  foreign_company: '601.40',
}

/**
 * Accounts that differ only by who is paid: fees, rent, customs brokers, interest, advances, prepaid insurance.
 * Ground: SAT código agrupador separates natural persons from companies and residents from those abroad.
 *
 * @returns the fitting account first, then the ones that fit if the vendor was judged wrongly
 */
export function variantsFor(account: string, vendor: VendorKind, vendorName: string): readonly string[] {
  const isPerson = vendor === 'person' || vendor === 'foreign_person'
  const isForeign = vendor === 'foreign_person' || vendor === 'foreign_company'
  switch (account) {
    case '601.34':
    case '601.38': {
      const fitting = vendor === 'unknown' ? account : feeAccounts[vendor]
      const alternatives = isForeign ? ['601.40', '601.36'] : ['601.38', '601.34']
      return [fitting, ...alternatives.filter(code => code !== fitting)]
    }
    case '601.46':
      return isForeign ? ['601.47', '601.46'] : isPerson ? ['601.45', '601.46'] : ['601.46', '601.45']
    case '601.43':
      return isPerson ? ['601.42', '601.43'] : ['601.43', '601.42']
    case '120.01':
      return isForeign ? ['120.02', '120.01'] : ['120.01', '120.02']
    case '109.01':
      return isForeign ? ['109.02', '109.01'] : ['109.01']
    case '109.05':
      return isForeign ? ['109.06', '109.05'] : ['109.05']
    case '601.57':
      return isForeign ? ['601.57', '109.02'] : ['601.57', '109.01']
    case '601.71':
      return isForeign ? ['601.67', '601.71'] : ['601.71', '601.67']
    case '701.04':
      return interestFor(isPerson, isForeign, vendorName)
    default:
      return [account]
  }
}

function interestFor(isPerson: boolean, isForeign: boolean, vendorName: string): readonly string[] {
  const name = fold(vendorName)
  const isBank =
    /\b(banco|bank|bbva|banorte|santander|hsbc|banamex|citibanamex|scotiabank|ibm|institucion de banca)\b/.test(name)
  if (isPerson) return isForeign ? ['701.07', '701.09'] : ['701.06', '701.08']
  if (isForeign) return isBank ? ['701.05', '701.09'] : ['701.09', '701.05']
  return isBank ? ['701.04', '701.08'] : ['701.08', '701.04']
}
