import { isIban } from '../../check/iban'
import { compactTaxId, taxIdForm } from '../../check/tax-id'
import { commonHosts } from './name-words'
import type { Stretch } from './sightings'
import type { TextLine } from './text-lines'

const iban = /\b([A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?)\b/g
const host = /(?:@|www\.|https?:\/\/(?:www\.)?)([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})/gi
const taxNumber = /\b((?:[A-Z]{2} ?)?[A-ZÑ&\d][A-ZÑ&\d./-]{7,17})\b/g

/**
 * What tells whose page this is even where no name can be read: bank accounts, web and mail addresses, and numbers that pass
 * a country's check of tax ids.
 */
export function marksOf(line: TextLine): Stretch[] {
  const found: Stretch[] = []
  const add = (value: string, match: RegExpExecArray) => {
    const from = match.index
    found.push({ kind: 'mark', from, to: from + match[0].length, readings: [{ value, format: null }] })
  }
  for (const match of line.text.matchAll(iban)) {
    const account = (match[1] ?? '').replaceAll(' ', '')
    if (isIban(account)) add(`account ${account}`, match)
  }
  for (const match of line.text.matchAll(host)) {
    const name = (match[1] ?? '').toLowerCase()
    if (!commonHosts.has(name.split('.')[0] ?? '')) add(`host ${name}`, match)
  }
  for (const match of line.text.matchAll(taxNumber)) {
    const id = compactTaxId(match[1] ?? '')
    if (taxIdForm(id, '') === 'valid') add(`tax_id ${id}`, match)
  }
  return found
}
