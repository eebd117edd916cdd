import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import pdf from '../../../resources/templates/pdf.json'
import picture from '../../../resources/templates/picture.json'
import { Template, type RunStep, type TemplateView } from '../../../src/shared/template'
import { Shell } from '../../../src/renderer/src/app/Shell'
import { useNavigation } from '../../../src/renderer/src/app/navigation'
import { useLanguage } from '../../../src/renderer/src/i18n/t'
import { RunGraph } from '../../../src/renderer/src/review/runs/RunGraph'
import { useTemplates } from '../../../src/renderer/src/settings/templates-slice'
import { createFixtureBridge, type FixtureBridge } from '../fixture-bridge'

const keys = userEvent.setup({ pointerEventsCheck: 0 })
const shipped: TemplateView[] = [pdf, picture].map(raw => ({ ...Template.parse(raw), version: 0, versions: [] }))

let bridge: FixtureBridge

beforeEach(() => {
  bridge = createFixtureBridge([], {
    'template.list': () => ({ templates: shipped }),
    'template.save': ({ key, steps }) => ({
      templates: shipped.map(template =>
        template.key === key
          ? {
              ...template,
              steps: template.steps.map(step => ({ ...step, ...steps.find(choice => choice.key === step.key) })),
              version: 1,
              versions: [{ version: 1, at: Date.UTC(2026, 10, 20, 9), actor: 'person' }],
            }
          : template,
      ),
    }),
  })
  Object.assign(window, { quittance: bridge })
  useLanguage.getState().setLanguage('en', 'en-GB')
  useTemplates.setState({ templates: [], key: null, draft: {}, error: null })
})

async function openSection(): Promise<HTMLElement> {
  useNavigation.setState({ screen: 'settings' })
  render(<Shell />)
  const section = await screen.findByRole('region', { name: 'Steps' })
  await within(section).findByRole('table', { name: 'Steps of PDF documents' })
  return section
}

test('each step says what it waits for, how often it is tried and what happens when it fails', async () => {
  const section = await openSection()
  const rows = within(section).getAllByRole('row').slice(1)
  expect(rows.map(row => within(row).getByRole('rowheader').textContent)).toEqual([
    'Read',
    'Checkafter Read',
    'Codeafter Check',
    'Sortafter Check, Code',
    'Apply rulesafter Sort',
    'Ask the outside modelafter Sort',
  ])
  expect(within(section).getByRole('button', { name: /When Read fails/ }).textContent).toContain(
    'Set the document aside',
  )
  expect(within(section).getByRole('button', { name: /Time limit of Read/ }).textContent).toContain('15 min')
})

test('nothing is kept before it is asked for; then it is a version of its own, and only the chosen type changes', async () => {
  const section = await openSection()
  await keys.click(within(section).getByRole('switch', { name: 'Apply rules is on' }))
  expect(bridge.calls.map(({ name }) => name)).not.toContain('template.save')
  await keys.click(within(section).getByRole('button', { name: 'Discard changes' }))
  expect(within(section).queryByRole('button', { name: /Save as version/ })).toBeNull()

  await keys.click(within(section).getByRole('switch', { name: 'Apply rules is on' }))
  await keys.click(within(section).getByRole('button', { name: 'Save as version 1' }))
  const saved = bridge.calls.findLast(({ name }) => name === 'template.save')?.input
  expect(saved).toMatchObject({ key: 'pdf' })
  expect((saved as { steps: { key: string; isOn: boolean }[] }).steps.filter(step => !step.isOn)).toMatchObject([
    { key: 'rules' },
  ])
  expect(within(section).queryByRole('button', { name: /Save as version/ })).toBeNull()
  expect(await screen.findByText('Version 1 is in force')).toBeTruthy()
})

test('steps that wait for the same one stand below each other; a failed one tells why and each attempt', async () => {
  const startedAt = Date.UTC(2026, 10, 20, 9)
  const attempt = { startedAt, endedAt: startedAt + 1500 }
  const failed = { ...attempt, result: 'failed', reason: 'step_timeout' } as const
  const steps: RunStep[] = Template.parse(pdf).steps.map(({ key, name, group, dependsOn }) => ({
    ...{ key, name, group, dependsOn, runningSince: null },
    state: key === 'rules' ? 'failed' : 'done',
    attempts: key === 'rules' ? [failed, failed] : [{ ...attempt, result: 'done', reason: null }],
  }))
  const again: string[] = []
  render(<RunGraph steps={steps} mayRunFrom={['check']} onRunAgain={step => again.push(step)} />)
  const columns = [...screen.getByRole('list', { name: 'Steps of this document' }).children]
  const names = columns.map(column => [...column.querySelectorAll('strong')].map(strong => strong.textContent))
  expect(names).toEqual([['Read'], ['Check'], ['Code'], ['Sort'], ['Apply rules', 'Ask the outside model']])
  expect(screen.getByText('2 attempts')).toBeTruthy()
  expect(screen.getAllByText('1.5 s', { exact: false }).length).toBeGreaterThan(0)

  await keys.click(screen.getByRole('button', { name: 'Run again from Check' }))
  expect(again).toEqual(['check'])
  expect(screen.queryByRole('button', { name: 'Run again from Code' })).toBeNull()
})
