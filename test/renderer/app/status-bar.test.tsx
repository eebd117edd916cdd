import { render, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { DocumentState } from '../../../src/shared/document'
import { sumParts } from '../../../src/renderer/src/app/conservation'
import { useCounts } from '../../../src/renderer/src/app/counts-slice'
import { StatusBar } from '../../../src/renderer/src/app/StatusBar'

function conservation(received: number, counts: Partial<Record<DocumentState, number>>, isBalanced = true) {
  const byState = Object.fromEntries(DocumentState.options.map(state => [state, counts[state] ?? 0])) as Record<
    DocumentState,
    number
  >
  return { received, byState, isBalanced }
}

const idle = { waiting: 0, running: 0, done: 0, of: 0, rate: null, isPaused: false }

describe('the status line', () => {
  test('shows that every document received is somewhere', () => {
    const counts = { posted: 3715, ready: 418, needs_review: 63, on_hold: 5, post_failed: 2, rejected: 4, duplicate: 5 }
    useCounts.setState({ conservation: conservation(4212, counts), progress: idle })
    render(<StatusBar />)
    expect(
      screen.getByText(
        /^4,212 received = 3,715 posted \+ 418 ready \+ 63 to review \+ 5 on hold \+ 2 failed \+ 9 aside/,
      ),
    ).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('says in red that the sum does not add up', () => {
    useCounts.setState({ conservation: conservation(41, { posted: 40 }), progress: idle })
    render(<StatusBar />)
    expect(screen.getByRole('alert').textContent).toContain('41 received, 40 found')
  })

  test('believes the engine when it says that something is missing', () => {
    useCounts.setState({ conservation: conservation(40, { posted: 40 }, false), progress: idle })
    render(<StatusBar />)
    expect(screen.getByRole('alert')).toBeTruthy()
  })

  test('every state belongs to exactly one part of the sum', () => {
    for (const state of DocumentState.options) {
      expect(sumParts(conservation(1, { [state]: 1 }))).toHaveLength(1)
    }
  })

  test('tells how far reading is, how fast, and how long it will take', () => {
    useCounts.setState({
      conservation: conservation(38, { queued: 26, ready: 12 }),
      progress: { waiting: 24, running: 2, done: 12, of: 38, rate: 2.4, isPaused: false },
    })
    render(<StatusBar />)
    expect(screen.getByText('Reading 12 of 38 · 2.4/s · about 11 s')).toBeTruthy()
  })

  test('promises no time before there is a rate', () => {
    useCounts.setState({
      conservation: conservation(38, { queued: 26, ready: 12 }),
      progress: { waiting: 24, running: 2, done: 12, of: 38, rate: null, isPaused: false },
    })
    render(<StatusBar />)
    expect(screen.getByText('Reading 12 of 38')).toBeTruthy()
  })
})
