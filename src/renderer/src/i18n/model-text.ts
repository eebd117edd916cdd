import type { ModelMark } from '../../../shared/outside-model'
import type { Text } from './t'

/** What of a document was sent: "Words of page 1". */
export function sentText({ t }: Text, { sent, pages }: Pick<ModelMark, 'sent' | 'pages'>): string {
  if (sent === 'lines' || sent === 'nothing') return t(`model.what.${sent}`)
  return t(`model.what.${sent}`, { count: pages.length, pages: pages.join(', ') })
}

/** Millionths of a US dollar as dollars; questions cost fractions of a cent. */
export function dollars({ decimal }: Text, cost: number): string {
  return decimal((cost / 1_000_000).toFixed(4))
}
