import { create } from 'zustand'

interface Overlays {
  /** What is open on top of the screen; one at a time. */
  readonly open: 'palette' | 'help' | null
  show(overlay: 'palette' | 'help'): void
  close(): void
}

export const useOverlays = create<Overlays>()(set => ({
  open: null,
  show: overlay => set({ open: overlay }),
  close: () => set({ open: null }),
}))
