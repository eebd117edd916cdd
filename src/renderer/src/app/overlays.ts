import { create } from 'zustand'

type Overlay = 'palette' | 'help' | 'handbook'

interface Overlays {
  /** What is open on top of the screen; one at a time. */
  readonly open: Overlay | null
  show(overlay: Overlay): void
  close(): void
}

export const useOverlays = create<Overlays>()(set => ({
  open: null,
  show: overlay => set({ open: overlay }),
  close: () => set({ open: null }),
}))
