import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineKey, withModelChoices } from '../../../src/engine/decisions/model-choices'
import type { LineRow } from '../../../src/engine/decisions/load'
import type { CodedLine } from '../../../src/engine/decisions/suggest-accounts'
import { sure } from '../some-engine'

const line = { classificationCode: '44121600', description: 'Papel bond', lineTotal: 60_000, quantity: '6' } as LineRow

function coded(probabilities: readonly number[], isSure = false): CodedLine {
  const accounts = ['601.55', '601.84', '502.01', '115.01']
  return {
    line,
    suggestions: probabilities.map((probability, index) => ({
      accountCode: sure(accounts[index]),
      probability,
      evidence: [{ key: 'words', params: { words: 'papel' } }],
    })),
    isSure,
    stages: { family: 0.9, subfamily: 0.8, account: sure(probabilities[0]) },
    codedBy: 'test',
    considered: 4,
    tookMs: 1,
  }
}

function chosen(accountCode: string) {
  return new Map([[lineKey(line), { accountCode, model: 'claude-haiku-5-5' }]])
}

test('where coding is sure by now, the model has nothing to say any more', () => {
  const certain = coded([0.95, 0.03], true)
  expect(withModelChoices([certain], chosen('601.84'))).toEqual([certain])
})

test('an account coding no longer offers is not brought back', () => {
  const doubtful = coded([0.5, 0.3])
  expect(withModelChoices([doubtful], chosen('102.01'))).toEqual([doubtful])
})

test('agreement lifts a doubtful account so far that it is written on the line, never so far that nobody looks', () => {
  const [one] = withModelChoices([coded([0.4, 0.3])], chosen('601.55'))
  expect(one).toMatchObject({ isSure: false, suggestions: [{ accountCode: '601.55', probability: 0.6 }, {}] })
})

test('whatever the model chose, the accounts stay the same ones, the line stays unsure, and chances stay chances', () => {
  const shares = fc
    .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2, maxLength: 4 })
    .map(parts => parts.map(part => part / parts.reduce((sum, one) => sum + one, 0)).toSorted((a, b) => b - a))
  fc.assert(
    fc.property(shares, fc.constantFrom('601.55', '601.84', '502.01', '102.01'), (probabilities, account) => {
      const before = coded(probabilities)
      const after = sure(withModelChoices([before], chosen(account))[0])
      const codes = (one: CodedLine) => one.suggestions.map(({ accountCode }) => accountCode).toSorted()
      expect(codes(after)).toEqual(codes(before))
      expect(after.isSure).toBe(false)
      for (const { probability } of after.suggestions) expect(probability).toBeLessThanOrEqual(1)
      if (codes(before).includes(account)) expect(after.suggestions[0]?.accountCode).toBe(account)
    }),
  )
})
