import { useNavigation } from './navigation'

/** Ids of the search fields, so that one command can put the cursor into the right one. */
export const searchId = 'search'
export const vendorSearchId = 'vendor-search'
/** The list that the search filters. */
export const inboxGridId = 'inbox-grid'

/** Puts the cursor into the search field of the screen shown. */
export function focusSearch(): void {
  const id = useNavigation.getState().screen === 'vendors' ? vendorSearchId : searchId
  const field = document.getElementById(id)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}
