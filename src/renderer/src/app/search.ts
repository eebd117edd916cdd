import { useNavigation, type Screen } from './navigation'

/** Ids of the search fields, so that one command can put the cursor into the right one. */
export const searchId = 'search'
export const vendorSearchId = 'vendor-search'
export const codingSearchId = 'coding-search'
/** The list that the search filters. */
export const inboxGridId = 'inbox-grid'

const ownSearchIds: Partial<Record<Screen, string>> = { vendors: vendorSearchId, accounts: codingSearchId }

/** Puts the cursor into the search field of the screen shown. */
export function focusSearch(): void {
  const own = ownSearchIds[useNavigation.getState().screen]
  // A screen's own field may not be there: not every view of it is searched.
  const field = (own !== undefined && document.getElementById(own)) || document.getElementById(searchId)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}
