/** Sentences of the review screen: document viewer, issues, fields, lines. */
export const review = {
  'review.title': 'Review',
}
