import type { DocumentView } from '../../../../shared/document-view'
import type { Origin } from '../../../../shared/invoice'
import { fieldTarget, lineTarget, shownFields, type Target } from '../state/progress'
import type { BoxTone, ValueBox } from './BoxOverlay'

/** What is lit at the moment; see the focus slice. */
export interface Light {
  readonly target: Target | null
  /** Overrides the target's own origin while a candidate is looked at. */
  readonly preview: Origin | null
}

/** Words for the frames: name and value of a field, "Line 2: Flete local". */
export interface ValueNames {
  field(name: string, value: string): string
  line(position: number, description: string): string
}

/** Every value of the invoice that has a place on a page. */
export function placedValues(view: DocumentView, names: ValueNames): ValueBox[] {
  if (!view.invoice) return []
  const fields = shownFields(view.invoice).flatMap(({ name, value, band, origin, onPage }): ValueBox[] => {
    const place = onPage ?? origin
    if (place?.kind !== 'page' && place?.kind !== 'model') return []
    const tone: BoxTone = band === 'check' ? 'check' : band === 'invalid' ? 'invalid' : 'quiet'
    return [{ key: fieldTarget(name), page: place.page, box: place.box, tone, label: names.field(name, value ?? '') }]
  })
  const lines = view.invoice.lines.flatMap((line): ValueBox[] => {
    if (line.origin?.kind !== 'page') return []
    const { page, box } = line.origin
    const label = names.line(line.position, line.description)
    return [{ key: lineTarget(line.id), page, box, tone: 'quiet', label }]
  })
  return [...fields, ...lines]
}

/** The frame of what is lit, or null when it has no place on a page. */
export function litBox(values: readonly ValueBox[], light: Light, previewLabel: string): ValueBox | null {
  if (light.preview) {
    if (light.preview.kind !== 'page' && light.preview.kind !== 'model') return null
    const { page, box } = light.preview
    return { key: 'preview', page, box, tone: 'focused', label: previewLabel }
  }
  const lit = values.find(value => value.key === light.target)
  return lit ? { ...lit, tone: 'focused' } : null
}

/** Frames to draw: the lit one, those to check, and all others only when asked for. The lit one lies on top. */
export function framesToDraw(values: readonly ValueBox[], lit: ValueBox | null, showsAll: boolean): ValueBox[] {
  const others = values.filter(value => value.key !== lit?.key && (showsAll || value.tone !== 'quiet'))
  return lit ? [...others, lit] : others
}
