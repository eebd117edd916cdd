/** `journal.<kind>`: what happened, in the past tense. */
export const journal = {
  'journal.other': 'Something was recorded',
}
