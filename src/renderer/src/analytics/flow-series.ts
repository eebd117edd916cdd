/** What the chart of what came in and went out shows, from the back to the front. */
export const series = ['received', 'approved', 'touchless'] as const
/** Outline, solid and striped, so that nobody needs the colours. */
export const fills = { received: 'transparent', approved: 'var(--accent)', touchless: 'url(#stripes)' } as const
export const strokes = { received: 'var(--ink-2)', approved: 'var(--accent)', touchless: 'var(--good)' } as const
