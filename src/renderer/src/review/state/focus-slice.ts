import type { StateCreator } from 'zustand'
import type { Origin } from '../../../../shared/invoice'
import type { Target } from './progress'

export interface FocusSlice {
  /** The value with the cursor; its box is lit. */
  readonly focused: Target | null
  /** The value under the pointer; outshines the focused one. */
  readonly hovered: Target | null
  /** A candidate looked at in a menu; outshines both. */
  readonly preview: Origin | null
  /** Issue shown in full. */
  readonly focusedIssueId: string | null
  /** A wish to move the cursor; components fulfil it once they are drawn. Each wish is an object of its own. */
  readonly focusWish: { readonly target: Target } | null
  setFocused(target: Target | null): void
  setHovered(target: Target | null): void
  setPreview(origin: Origin | null): void
  setFocusedIssue(issueId: string | null): void
  moveTo(target: Target): void
}

/** Where the cursor is and what it lights. */
export const createFocusSlice: StateCreator<FocusSlice> = set => ({
  focused: null,
  hovered: null,
  preview: null,
  focusedIssueId: null,
  focusWish: null,
  setFocused: focused => set({ focused }),
  setHovered: hovered => set({ hovered }),
  setPreview: preview => set({ preview }),
  setFocusedIssue: focusedIssueId => set({ focusedIssueId }),
  moveTo: target => set({ focusWish: { target } }),
})
