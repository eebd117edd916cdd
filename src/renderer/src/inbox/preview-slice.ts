import { create } from 'zustand'

interface Preview {
  readonly isOpen: boolean
  toggle(): void
}

const storageKey = 'inbox.preview'

/** Whether the document under the cursor is shown beside the list; remembered on this machine. */
export const usePreview = create<Preview>()((set, get) => ({
  isOpen: window.localStorage.getItem(storageKey) === 'open',
  toggle() {
    const isOpen = !get().isOpen
    window.localStorage.setItem(storageKey, isOpen ? 'open' : 'closed')
    set({ isOpen })
  },
}))
