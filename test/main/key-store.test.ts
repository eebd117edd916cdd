import { expect, test } from 'vitest'
import { createKeyStore, type KeyStoreParts } from '../../src/main/key-store'

type Storage = KeyStoreParts['storage']

/** Storage of a system with this backend, as Electron 43 and later answer, or as earlier ones did. */
function storage(backend: ReturnType<Storage['getSelectedStorageBackend']>, isEarly = false) {
  const calls: string[] = []
  const heard = <T>(name: string, value: T): T => {
    calls.push(name)
    return value
  }
  const turned = (text: string) => Buffer.from([...text].reverse().join(''))
  const parts: Storage = {
    getSelectedStorageBackend: () => backend,
    isEncryptionAvailable: () => true,
    isAsyncEncryptionAvailable: () => (isEarly ? (true as never) : Promise.resolve(true)),
    setUsePlainTextEncryption: () => void calls.push('plain'),
    encryptString: text => heard('encrypt', turned(text)),
    decryptString: bytes => heard('decrypt', turned(bytes.toString()).toString()),
    encryptStringAsync: text => Promise.resolve(heard('encrypt later', turned(text))),
    decryptStringAsync: bytes =>
      Promise.resolve(heard('decrypt later', { result: turned(bytes.toString()).toString(), shouldReEncrypt: false })),
  }
  return { parts, calls }
}

const key = 'bc_0123456789abcdef'

test('a key is sealed and opened without making the window wait', async () => {
  const { parts, calls } = storage('gnome_libsecret')
  const keys = createKeyStore({ storage: parts, platform: 'linux', asksForBasic: false })
  const sealed = await keys.seal(key)
  expect(sealed).not.toContain(key)
  expect(await keys.open(sealed)).toBe(key)
  expect([keys.kind, ...calls]).toEqual(['system', 'encrypt later', 'decrypt later'])
})

test('an Electron that crashes when asked too early is asked the older way, and opens what the newer one sealed', async () => {
  const early = storage('kwallet6', true)
  const sealed = await createKeyStore({
    storage: storage('kwallet6').parts,
    platform: 'linux',
    asksForBasic: false,
  }).seal(key)
  const keys = createKeyStore({ storage: early.parts, platform: 'linux', asksForBasic: false })
  expect(await keys.open(sealed)).toBe(key)
  expect(early.calls).toEqual(['decrypt'])
})

test('on a desktop without a key store no key is kept, unless whoever starts the app asks for it in so many words', async () => {
  const { parts, calls } = storage('basic_text')
  const refusing = createKeyStore({ storage: parts, platform: 'linux', asksForBasic: false })
  expect(refusing.kind).toBe('none')
  await expect(refusing.seal(key)).rejects.toThrow('key_store_unavailable')
  await expect(refusing.open('c2VhbGVk')).rejects.toThrow('key_store_unavailable')
  expect(calls).toEqual([])
  const asked = createKeyStore({ storage: parts, platform: 'linux', asksForBasic: true })
  expect(asked.kind).toBe('basic_text')
  expect(await asked.open(await asked.seal(key))).toBe(key)
})

test('a key of another machine is told as one that cannot be opened', async () => {
  const { parts } = storage('unknown')
  const keys = createKeyStore({
    storage: { ...parts, decryptStringAsync: () => Promise.reject(new Error('wrong key')) },
    platform: 'darwin',
    asksForBasic: false,
  })
  await expect(keys.open('c2VhbGVk')).rejects.toThrow('key_store_unavailable')
})
