/**
 * `suggestion.<key>` with its reason `suggestion.why.<key>`, and `evidence.<key>` for coded lines. Every kind of fix has
 * a general sentence, used when a suggestion's own key has none.
 */
export const suggestions = {
  'suggestion.set_field': 'Use {value}',
  'suggestion.choose_vendor': 'It is {name}',
  'suggestion.create_vendor': 'Create vendor {name}',
  'suggestion.set_account': 'Use account {code} {name}',
  'suggestion.add_line': 'Add a line of {amount}',
  'suggestion.mark_duplicate': 'It is the same invoice as #{intakeNumber}',
  'suggestion.reject': 'Reject this document',
  'suggestion.waive': 'Does not apply here',
  'suggestion.skip': 'Leave it as it is',
  'suggestion.edit_field': 'Edit by hand…',
  'suggestion.edit_account': 'Choose an account…',
  'suggestion.enter_password': 'Enter the password…',
  'suggestion.enter_by_hand': 'Enter the invoice by hand…',
  'suggestion.retry_reading': 'Read it again',
  'suggestion.retry_posting': 'Post it again',
  'suggestion.open_settings': 'Open Settings…',
  'suggestion.other': 'Apply this suggestion',
  'suggestion.why.other': '',
  'evidence.other': 'Chosen by a rule',
}
