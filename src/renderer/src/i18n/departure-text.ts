import type { Departure, Recipient } from '../../../shared/departure'
import { sentText } from './model-text'
import type { Text } from './t'

/** What left: "Bill", or "Words of page 1". */
export function departedText(text: Text, { what, pages }: Pick<Departure, 'what' | 'pages'>): string {
  if (what === 'words' || what === 'page_image' || what === 'lines')
    return sentText(text, { sent: what, pages: [...pages] })
  return text.t(`departures.what.${what}`)
}

/** "BigCapital, books.example.com": the program and the machine it runs on. */
export function recipientText({ t }: Text, { kind, address }: Recipient): string {
  const host = URL.canParse(address) ? new URL(address).host : t('departures.address.unknown')
  return `${t(`departures.kind.${kind}`)}, ${host}`
}
