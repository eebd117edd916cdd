import type { Acquaintance } from '../../src/engine/pipeline/code/company-facts'
import { practiceExamples, toExamples, type Ground } from './examples'
import type { LabelledLine } from './lines'
import type { Lessons } from './train'

/**
 * What each of the three models is learned from. A name stands for a profile, so it has the weights of one; how far
 * they can be trusted then is calibrated on the companies whose names tell something.
 */
export function lessonsFrom(lines: readonly LabelledLine[], ground: Ground): Record<Acquaintance, Lessons> {
  const lessons = (knownBy: Acquaintance): Lessons => {
    const examples = toExamples(lines, ground, knownBy)
    return { examples, practice: practiceExamples(lines, ground, knownBy), toCalibrate: examples }
  }
  const profile = lessons('profile')
  const named = toExamples(lines, ground, 'name').filter(({ acquaintance }) => acquaintance === 'name')
  return { profile, name: { ...profile, toCalibrate: named }, nothing: lessons('nothing') }
}
