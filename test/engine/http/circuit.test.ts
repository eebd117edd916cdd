import { expect, test } from 'vitest'
import { createCircuit } from '../../../src/engine/http/circuit'
import { ServerFailure } from '../../../src/engine/http/server-failure'

const minute = 60_000
const failure = new ServerFailure('ledger_unreachable', {}, { kind: 'network', inDoubt: false, method: 'GET' })

function opened() {
  const clock = { now: 1_000 * minute }
  const circuit = createCircuit(() => clock.now)
  for (let times = 0; times < 5; times++) circuit.failed(failure)
  return { clock, circuit }
}

test('four failures in a row leave the circuit closed, the fifth opens it for a minute', () => {
  const circuit = createCircuit(() => 0)
  for (let times = 0; times < 4; times++) circuit.failed(failure)
  expect(circuit.refusal()).toBeUndefined()
  expect(circuit.view()).toEqual({ state: 'closed', failures: 4, triedAgainAt: null })
  circuit.failed(failure)
  expect(circuit.refusal()).toMatchObject({ waitMs: minute })
  expect(circuit.view()).toEqual({ state: 'open', failures: 5, triedAgainAt: minute })
})

test('after the minute one call tries: its failure begins another minute, its success closes the circuit', () => {
  const { clock, circuit } = opened()
  clock.now += minute
  expect(circuit.refusal()).toBeUndefined()
  expect(circuit.view().state).toBe('half_open')
  circuit.failed(failure)
  expect(circuit.view()).toMatchObject({ state: 'open', triedAgainAt: clock.now + minute })
  clock.now += minute
  circuit.succeeded()
  expect(circuit.view()).toEqual({ state: 'closed', failures: 0, triedAgainAt: null })
})

test('a person who asks need not wait for the minute', () => {
  const { circuit } = opened()
  circuit.tryNow()
  expect(circuit.refusal()).toBeUndefined()
  expect(circuit.view().state).toBe('half_open')
})

test('a clock that was set back does not keep the circuit open for hours', () => {
  const { clock, circuit } = opened()
  clock.now -= 26 * 60 * minute
  expect(circuit.refusal()).toBeUndefined()
})
