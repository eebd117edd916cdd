import type { journal as english } from '../en/journal'

export const journal: Readonly<Record<keyof typeof english, string>> = {
  'journal.other': 'Se registró un hecho',
}
