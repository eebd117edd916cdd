import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, expect, test, vi } from 'vitest'
import { useNavigation } from '../../../src/renderer/src/app/navigation'
import { useLanguage } from '../../../src/renderer/src/i18n/t'
import { LearnedNote } from '../../../src/renderer/src/review/fields/LearnedNote'
import { useVendors } from '../../../src/renderer/src/vendors/vendors-slice'
import type { LessonView } from '../../../src/shared/lesson'
import { cleanInvoice, documentId, reviewEngine, vendorId, type ReviewEngine } from '../review-fixture'

const total: LessonView = {
  id: '0192aaaa-0000-7000-8000-000000000001',
  vendorId: vendorId(1),
  kind: 'place',
  field: 'grand_total',
  direction: 'right',
  label: 'TOTAL M.N.',
  value: null,
  currency: null,
  format: null,
  language: 'spa',
  source: { documentId: documentId(1), intakeNumber: 12, number: 'A-1182' },
  otherSources: [],
  learnedAt: 2,
  record: { acted: 0, confirmed: 0, refuted: 0 },
}
const dates: LessonView = {
  ...total,
  id: '0192aaaa-0000-7000-8000-000000000002',
  field: 'due_date',
  direction: 'below',
  otherSources: [],
  learnedAt: 1,
}

let engine: ReviewEngine

function show(learned: readonly LessonView[]) {
  engine = reviewEngine([cleanInvoice(1)])
  vi.stubGlobal('quittance', engine)
  return render(<LearnedNote view={{ ...cleanInvoice(1), lessons: { learned: [...learned], acting: [] } }} />)
}

beforeEach(() => useLanguage.getState().setLanguage('en', 'en-GB'))

test('a correction says in place what is read differently next time, and how many lessons there are besides', async () => {
  const { container } = show([dates, total])
  const note = screen.getByRole('group', { name: 'What this document taught' })
  expect(note.textContent).toContain('Next time, the total for this vendor is read right of TOTAL M.N.')
  expect(note.textContent).toContain('and 1 more')
  expect(note.getAttribute('aria-live')).toBe('polite')
  expect((await axe.run(container, { rules: { region: { enabled: false } } })).violations).toEqual([])
})

test('the same is told in Spanish', () => {
  useLanguage.getState().setLanguage('es', 'es-MX')
  show([total])
  expect(screen.getByRole('group').textContent).toContain(
    'La próxima vez, el total de este proveedor se leerá a la derecha de TOTAL M.N.',
  )
})

test('Undo forgets that one lesson; See all opens the vendor’s record', async () => {
  const user = userEvent.setup()
  show([total])
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() =>
    expect(engine.recorded).toContainEqual({
      name: 'lesson.forget',
      input: { vendorId: total.vendorId, lessonId: total.id },
    }),
  )
  await user.click(screen.getByRole('button', { name: 'See all' }))
  expect(useNavigation.getState().screen).toBe('vendors')
  expect(useVendors.getState().chosenId).toBe(total.vendorId)
})

test('a document that taught nothing says nothing', () => {
  show([])
  expect(screen.getByRole('group').textContent).toBe('')
})
