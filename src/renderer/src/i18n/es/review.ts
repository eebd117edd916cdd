import type { review as english } from '../en/review'

export const review: Readonly<Record<keyof typeof english, string>> = {
  'review.title': 'Revisión',
}
