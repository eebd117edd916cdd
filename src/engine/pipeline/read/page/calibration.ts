import type { Curve, FieldGroup } from './calibrate'

/** Written by `npm run bench -- train-reading`; not by hand. */
export const calibration: Readonly<Record<'text_layer' | 'ocr', Readonly<Record<FieldGroup, Curve>>>> = {
  text_layer: {
    names: { slope: 0.685, offset: 1.532, sure: 0.95 },
    tax_ids: { slope: 1.042, offset: 1.493, sure: 0.95 },
    numbers: { slope: 1.272, offset: 1.008, sure: 0.95 },
    dates: { slope: 1.344, offset: 1.536, sure: 0.95 },
    amounts: { slope: 0.491, offset: 1.513, sure: 0.95 },
    kinds: { slope: 0.904, offset: 3.141, sure: 0.95 },
  },
  ocr: {
    names: { slope: 0.619, offset: 0.368, sure: 0.96 },
    tax_ids: { slope: 0.713, offset: -0.038, sure: 0.96 },
    numbers: { slope: 1.14, offset: -0.489, sure: 0.96 },
    dates: { slope: 1.071, offset: 2.609, sure: 0.96 },
    amounts: { slope: 0.626, offset: -0.124, sure: 0.96 },
    kinds: { slope: 1.196, offset: 1.611, sure: 0.96 },
  },
}
