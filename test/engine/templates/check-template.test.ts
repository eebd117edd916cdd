import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Step } from '../../../src/shared/document'
import { AppError } from '../../../src/shared/result'
import type { Template, TemplateStep } from '../../../src/shared/template'
import { openStore } from '../../../src/engine/store/open'
import { inOrder, parseTemplate } from '../../../src/engine/templates/check-template'
import { loadTemplates } from '../../../src/engine/templates/templates'
import { resourcesFolder } from '../some-engine'

const pdf = loadTemplates(resourcesFolder).inForce(openStore(':memory:').db, 'pdf').template

/** The shipped template with something else said of some steps. */
function changed(change: Partial<Record<Step, Partial<TemplateStep>>>): Template {
  return { ...pdf, steps: pdf.steps.map(step => ({ ...step, ...change[step.key] })) }
}

function refusal(raw: unknown): unknown {
  try {
    parseTemplate(raw)
    return 'accepted'
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.data.params : thrown
  }
}

test('every kind of document has a shipped template, with every step of today switched on', () => {
  const views = loadTemplates(resourcesFolder).views(openStore(':memory:').db)
  expect(views.map(({ key }) => key).sort()).toEqual(['einvoice', 'other', 'pdf', 'picture'])
  for (const { steps, version } of views) {
    expect(version).toBe(0)
    expect(inOrder(steps).map(({ key }) => key)).toEqual(Step.options)
  }
})

test('steps that wait for each other in a circle are refused, also those switched off', () => {
  expect(refusal(changed({ check: { dependsOn: ['read', 'code'] } }))).toMatchObject({ why: 'cycle' })
  expect(refusal(changed({ read: { dependsOn: ['read'] } }))).toMatchObject({ why: 'cycle', step: 'read' })
  const rules = { dependsOn: ['ask_model'] as Step[], isOn: false }
  const askModel = { dependsOn: ['rules'] as Step[], isOn: false }
  expect(refusal(changed({ rules, ask_model: askModel }))).toMatchObject({ why: 'cycle' })
})

test('a step that works with what nobody finds is refused by name', () => {
  expect(refusal(changed({ check: { isOn: false } }))).toEqual({ why: 'gap', step: 'code', needs: 'check' })
  expect(refusal(changed({ code: { isOn: false } }))).toEqual({ why: 'gap', step: 'route', needs: 'code' })
  const without = { ...pdf, steps: pdf.steps.filter(({ key }) => key !== 'check') }
  expect(refusal(without)).toEqual({ why: 'gap', step: 'code', needs: 'check' })
  expect(refusal(changed({ check: { dependsOn: [] } }))).toEqual({ why: 'gap', step: 'check', needs: 'read' })
})

test('without reading, or without deciding, a document would never arrive', () => {
  expect(refusal(changed({ read: { isOn: false } }))).toEqual({ why: 'indispensable', step: 'read' })
  expect(refusal(changed({ route: { isOn: false } }))).toEqual({ why: 'indispensable', step: 'route' })
})

test('a step nobody knows, one named twice, and one on the wrong side of the decision are refused', () => {
  const raw = changed({})
  const guess = { ...raw, steps: [...raw.steps, { ...raw.steps[0], key: 'guess' }] }
  expect(refusal(guess)).toEqual({ why: 'unknown_step', step: 'guess' })
  const twice = { ...raw, steps: [...raw.steps, raw.steps[1]] }
  expect(refusal(twice)).toEqual({ why: 'step_twice', step: 'check' })
  expect(refusal(changed({ rules: { dependsOn: ['check'] } }))).toEqual({ why: 'after_decision', step: 'rules' })
  expect(refusal(changed({ route: { dependsOn: ['check'] } }))).toEqual({ why: 'before_decision', step: 'code' })
  expect(refusal(changed({ read: { onFailure: 'continue' } }))).toEqual({ why: 'cannot_continue', step: 'read' })
  expect(refusal(changed({ read: { attempts: 9 } }))).toEqual({ why: 'form', where: 'steps.0.attempts' })
  expect(refusal('nothing of the kind')).toMatchObject({ why: 'form' })
})

test('whatever template is accepted, each step comes after those it works with, and reading comes first', () => {
  const arbitrary = fc.record({
    steps: fc.shuffledSubarray([...pdf.steps], { minLength: 2 }),
    dependsOn: fc.dictionary(fc.constantFrom(...Step.options), fc.subarray([...Step.options], { maxLength: 3 })),
    off: fc.subarray([...Step.options], { maxLength: 2 }),
  })
  let accepted = 0
  fc.assert(
    fc.property(arbitrary, ({ steps, dependsOn, off }) => {
      const raw = steps.map(step => ({
        ...step,
        isOn: !off.includes(step.key),
        dependsOn: dependsOn[step.key] ?? step.dependsOn,
      }))
      if (refusal({ ...pdf, steps: raw }) !== 'accepted') return
      accepted += 1
      const order = inOrder(raw)
      expect(order).toHaveLength(raw.filter(({ isOn }) => isOn).length)
      expect(order[0]?.key).toBe('read')
      for (const [index, step] of order.entries()) {
        const before = order.slice(0, index).map(({ key }) => key)
        expect(before).toEqual(expect.arrayContaining(step.dependsOn))
      }
    }),
    { numRuns: 2_000, seed: 4 },
  )
  expect(accepted).toBeGreaterThan(20)
})
