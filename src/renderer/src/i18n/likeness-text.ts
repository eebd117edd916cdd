import type { Text } from './t'

/** Names of values as the engine sends them, "invoice_number,grand_total,lines", as a person reads a list; "none" of none. */
function valueNames(text: Text, names: string): string {
  if (names === '') return 'none'
  const labels = names.split(',').map(name => text.firstOf([`field.${name}`, `compare.value.${name}`, 'field.other']))
  return new Intl.ListFormat(text.language, { type: 'conjunction' }).format(labels)
}

/** "93 % alike. The same: number, date and total. Different: due date." */
export function likenessText(
  text: Text,
  { percent, agrees, differs }: { readonly percent: number; readonly agrees: string; readonly differs: string },
): string {
  const params = { percent, agrees: valueNames(text, agrees), differs: valueNames(text, differs) }
  return text.t('compare.likeness', params)
}
