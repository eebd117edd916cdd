import type { DocumentKind } from '../../shared/document'

/** Files whose parts become documents of their own; intake takes them apart, the queue never reads them. */
export const containerKinds = ['zip', 'eml'] as const satisfies readonly DocumentKind[]

export function isContainer(kind: DocumentKind): boolean {
  return kind === 'zip' || kind === 'eml'
}
