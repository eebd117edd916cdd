import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newRecoveryKey, readRecoveryKey, recoveryKeyBytes } from '../../../src/engine/vault/recovery-key'

const anyKey = fc
  .uint8Array({ minLength: recoveryKeyBytes, maxLength: recoveryKeyBytes })
  .map(random => newRecoveryKey(random))
const mistyped = expect.objectContaining({ data: { code: 'recovery_key_mistyped', params: {}, retry: 'user' } })

test('a recovery key is seven groups of five, and another one each time', () => {
  const keys = Array.from({ length: 50 }, () => newRecoveryKey(randomBytes(recoveryKeyBytes)))
  for (const key of keys) expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/)
  expect(new Set(keys).size).toBe(50)
})

test('it is read however somebody types it from paper', () => {
  fc.assert(
    fc.property(anyKey, key => {
      expect(readRecoveryKey(key)).toBe(key)
      expect(readRecoveryKey(` ${key.toLowerCase().replaceAll('-', ' ')} `)).toBe(key)
      expect(readRecoveryKey(key.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(key)
    }),
  )
})

test('one wrong letter or digit is told as a slip, wherever it stands', () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  fc.assert(
    fc.property(anyKey, fc.nat(34), fc.integer({ min: 1, max: 31 }), (key, place, by) => {
      const letters = [...key.replaceAll('-', '')]
      letters[place] = alphabet.charAt((alphabet.indexOf(letters[place] ?? '') + by) % 32)
      expect(() => readRecoveryKey(letters.join(''))).toThrow(mistyped)
    }),
  )
})

test('what is too short, too long or no key at all is told as a slip', () => {
  const key = newRecoveryKey(randomBytes(recoveryKeyBytes))
  for (const typed of ['', 'passphrase', key.slice(0, -1), `${key}0`, key.replace(/.$/, '!')]) {
    expect(() => readRecoveryKey(typed)).toThrow(mistyped)
  }
})
