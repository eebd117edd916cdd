import { z } from 'zod'
import { SavedView } from '../inbox'
import { nothing, text } from './parts'

/** The lists somebody named to come back to. */
export const viewCalls = {
  'view.list': { input: nothing, output: z.object({ views: z.array(SavedView) }) },
  /** A view of that name is replaced. */
  'view.save': { input: SavedView.omit({ id: true }), output: z.object({ views: z.array(SavedView) }) },
  'view.remove': { input: z.object({ viewId: text(36) }), output: z.object({ views: z.array(SavedView) }) },
}
