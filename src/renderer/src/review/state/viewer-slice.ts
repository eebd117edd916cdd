import type { StateCreator } from 'zustand'
import type { Turn } from '../viewer/geometry'
import { turnClockwise } from '../viewer/geometry'
import type { Zoom } from '../viewer/layout'

export interface ViewerSlice {
  readonly zoom: Zoom
  readonly turn: Turn
  readonly showsAllBoxes: boolean
  /** Paper dimmed in the dark theme; colours are never inverted. */
  readonly isDimmed: boolean
  readonly find: { readonly isOpen: boolean; readonly query: string; readonly index: number }
  /** Page filling most of the pane. */
  readonly page: number
  readonly pageWish: { readonly page: number; readonly wish: number } | null
  /** A wish to zoom one step; only the viewer knows what "fit" is at the moment. */
  readonly zoomWish: { readonly direction: 1 | -1; readonly wish: number } | null
  /** Below 1,100 px: the document instead of issues and fields (F8). */
  readonly showsDocument: boolean
  setZoom(zoom: Zoom): void
  stepZoom(direction: 1 | -1): void
  rotate(): void
  toggleBoxes(): void
  toggleDim(): void
  toggleDocument(): void
  openFind(): void
  closeFind(): void
  setQuery(query: string): void
  stepMatch(direction: 1 | -1): void
  setPage(page: number): void
  goToPage(page: number): void
  resetViewer(): void
}

const closedFind = { isOpen: false, query: '', index: 0 }

/** How the document is looked at. Nothing here changes the document. */
export const createViewerSlice: StateCreator<ViewerSlice> = (set, get) => ({
  zoom: 'fit',
  turn: 0,
  showsAllBoxes: false,
  isDimmed: false,
  find: closedFind,
  page: 1,
  pageWish: null,
  zoomWish: null,
  showsDocument: false,
  setZoom: zoom => set({ zoom }),
  stepZoom: direction => set({ zoomWish: { direction, wish: (get().zoomWish?.wish ?? 0) + 1 } }),
  rotate: () => set({ turn: turnClockwise(get().turn) }),
  toggleBoxes: () => set({ showsAllBoxes: !get().showsAllBoxes }),
  toggleDim: () => set({ isDimmed: !get().isDimmed }),
  toggleDocument: () => set({ showsDocument: !get().showsDocument }),
  openFind: () => set({ find: { ...get().find, isOpen: true } }),
  closeFind: () => set({ find: closedFind }),
  setQuery: query => set({ find: { isOpen: true, query, index: 0 } }),
  stepMatch: direction => set({ find: { ...get().find, index: get().find.index + direction } }),
  setPage: page => {
    if (page !== get().page) set({ page })
  },
  goToPage: page => set({ pageWish: { page, wish: (get().pageWish?.wish ?? 0) + 1 } }),
  // Zoom, dimming and "all boxes" are habits and stay; turn, page and search belong to one document.
  resetViewer: () => set({ turn: 0, page: 1, pageWish: null, find: closedFind }),
})
