import { expect, test, vi } from 'vitest'
import { calls, type CallName } from '../../../src/shared/contract'
import type { PersonId } from '../../../src/shared/ids'
import { GivenRight, Right } from '../../../src/shared/rights'
import { rightFor } from '../../../src/engine/people/call-rights'
import { waitAfter } from '../../../src/engine/people/wrong-tries'
import { someEngine, someHost, sure, type TestEngine } from '../some-engine'

// Comparing a passphrase is slow on purpose, and slower on a small machine.
vi.setConfig({ testTimeout: 600_000 })

const first = 'correct horse battery'
const second = 'staple and paper clip'

/** Ana administers and may do everything, Bob only prepares. */
async function anaAndBob(engine: TestEngine): Promise<{ ana: PersonId; bob: PersonId }> {
  await engine.ask('people.add', { name: 'Ana Ruiz', initials: 'AR' })
  const { people } = await engine.ask('people.add', { name: 'Bob Keller', initials: 'BK' })
  const [ana, bob] = people.map(person => person.id)
  await engine.ask('people.setRights', { personId: sure(bob), rights: ['prepare'] })
  return { ana: sure(ana), bob: sure(bob) }
}

async function protectedBooks(now = Date.now) {
  const host = someHost({ now })
  const engine = someEngine(host)
  await engine.start({ reads: false, posts: false })
  const people = await anaAndBob(engine)
  await engine.ask('people.setPassphrase', { personId: people.ana, passphrase: first })
  await engine.ask('people.setPassphrase', { personId: people.bob, passphrase: second })
  return { host, engine, ...people }
}

async function refusal(engine: TestEngine, name: CallName, input: unknown): Promise<string | null> {
  const reply = await engine.call(name, input)
  return reply.ok ? null : reply.error.code
}

test('every call of the contract needs a right, or says that anyone may make it', () => {
  const known = new Set<string>([...Right.options, 'anyone'])
  const examples: Partial<Record<CallName, unknown>> = {
    'settings.set': { patch: { companyName: 'Acme' } },
    'issue.applyFix': { fix: { type: 'retry_posting' } },
  }
  const without = Object.keys(calls).filter(
    name => !known.has(rightFor(name as CallName, examples[name as CallName] as never)),
  )
  expect(without).toEqual([])
  const open = Object.keys(calls).filter(
    name => rightFor(name as CallName, examples[name as CallName] as never) === 'anyone',
  )
  // A vault is opened by its passphrase, before anybody can sign in at all.
  expect(open.toSorted()).toEqual([
    'diagnostics.collect',
    'lock.lock',
    'lock.status',
    'people.sit',
    'vault.status',
    'vault.unlock',
  ])
})

test('how one’s window looks is one’s own; what the books go by is an administrator’s', () => {
  expect(rightFor('settings.set', { patch: { theme: 'dark', language: 'es' } })).toBe('read')
  expect(rightFor('settings.set', { patch: { theme: 'dark', checkBar: 0.5 } })).toBe('administer')
})

test('who may only prepare is refused approving, posting and settings, by name of the right', async () => {
  const engine = someEngine(someHost())
  await engine.start({ reads: false, posts: false })
  const { bob } = await anaAndBob(engine)
  await engine.ask('people.sit', { personId: bob })
  for (const [name, input, reason] of [
    ['document.approveReady', {}, 'approve'],
    ['ledger.sync', {}, 'post'],
    ['settings.set', { patch: { checkBar: 0.1 } }, 'administer'],
    ['people.setRights', { personId: bob, rights: [...GivenRight.options] }, 'administer'],
    ['rule.stopTrial', {}, 'administer'],
  ] as const) {
    expect(await engine.call(name, input)).toEqual({
      ok: false,
      error: { code: 'right_missing', params: { reason }, retry: 'user' },
    })
  }
  expect(await refusal(engine, 'document.counts', {})).toBeNull()
  expect(await refusal(engine, 'queue.pause', { paused: true })).toBeNull()
  await engine.close()
})

test('a workspace without names shows and refuses nothing', async () => {
  const engine = someEngine(someHost())
  await engine.start({ reads: false, posts: false })
  expect(await engine.ask('lock.lock', {})).toMatchObject({ isProtected: false, isLocked: false, people: [] })
  expect(await refusal(engine, 'document.approveReady', {})).toBeNull()
  await engine.close()
})

test('nobody takes another’s seat without their passphrase; what was tried stands in the journal', async () => {
  const { engine, ana, bob } = await protectedBooks()
  expect(await refusal(engine, 'people.sit', { personId: bob })).toBe('passphrase_wrong')
  expect(await refusal(engine, 'people.sit', { personId: bob, passphrase: first })).toBe('passphrase_wrong')
  expect((await engine.ask('people.get', {})).sitting).toBe(ana)
  expect((await engine.ask('people.sit', { personId: bob, passphrase: second })).sitting).toBe(bob)
  expect(await refusal(engine, 'people.setPassphrase', { personId: ana, passphrase: second })).toBe('right_missing')
  const { entries } = await engine.ask('journal.list', {})
  const kinds = entries.map(entry => entry.kind)
  expect(kinds.filter(kind => kind === 'person.sign_in_refused')).toHaveLength(2)
  expect(kinds).toContain('person.passphrase_set')
  expect(kinds).toContain('person.passphrase_given')
  expect(JSON.stringify(entries)).not.toContain(second)
  await engine.close()
})

test('a locked machine answers nothing but who may unlock it, after a restart too', async () => {
  const { engine, host, ana } = await protectedBooks()
  await engine.ask('lock.lock', {})
  const everyCall = Object.keys(calls) as CallName[]
  const answered = []
  for (const name of everyCall.filter(call => call !== 'people.sit' && call !== 'lock.lock')) {
    const code = await refusal(engine, name, {})
    if (code !== 'app_locked' && code !== 'invalid_input') answered.push(name)
  }
  // Whether the books lie in a vault, what helps who cannot get in, and nothing of what is in them.
  expect(answered.toSorted()).toEqual(['diagnostics.collect', 'lock.status', 'vault.status'])
  expect((await engine.take([host.dataFolder], 'drop')).ok).toBe(false)
  await engine.close()

  const again = someEngine(host)
  await again.start({ reads: false, posts: false })
  expect(await refusal(again, 'document.counts', {})).toBe('app_locked')
  await again.ask('people.sit', { personId: ana, passphrase: first })
  expect(await refusal(again, 'document.counts', {})).toBeNull()
  await again.close()
})

test('wrong passphrases make one wait longer and longer, and a right one does not shorten the wait', async () => {
  let now = 1_800_000_000_000
  const { engine, bob } = await protectedBooks(() => now)
  for (let attempt = 0; attempt < 3; attempt++) {
    expect(await refusal(engine, 'people.sit', { personId: bob, passphrase: 'guess' })).toBe('passphrase_wrong')
  }
  expect(await engine.call('people.sit', { personId: bob, passphrase: second })).toEqual({
    ok: false,
    error: { code: 'passphrase_wait', params: { seconds: 2 }, retry: 'later' },
  })
  now += 2_000
  expect(await refusal(engine, 'people.sit', { personId: bob, passphrase: second })).toBeNull()
  expect([1, 2, 3, 4, 5, 30].map(waitAfter)).toEqual([0, 0, 2_000, 4_000, 8_000, 900_000])
  await engine.close()
})

test('the wait goes on after a restart, and neither ends nor grows shorter when the clock is set back', async () => {
  let now = 1_800_000_000_000
  const { engine, host, bob } = await protectedBooks(() => now)
  for (let attempt = 0; attempt < 3; attempt++) {
    expect(await refusal(engine, 'people.sit', { personId: bob, passphrase: 'guess' })).toBe('passphrase_wrong')
  }
  await engine.close()
  const again = someEngine(host)
  await again.start({ reads: false, posts: false })
  const signIn = () => again.call('people.sit', { personId: bob, passphrase: second })
  const early = { error: { code: 'passphrase_wait', params: { seconds: 2 } } }
  expect(await signIn()).toMatchObject(early)
  for (const back of [60_000, 60 * 60_000, 400 * 24 * 60 * 60_000]) {
    now -= back
    expect(await signIn()).toMatchObject(early)
  }
  now += 2_000
  expect(await signIn()).toMatchObject({ ok: true })
  await again.close()
})

test('many guesses at once are no more guesses than one after the other', async () => {
  const { engine, bob } = await protectedBooks(() => 1_800_000_000_000)
  const codes = await Promise.all(
    Array.from({ length: 6 }, () => refusal(engine, 'people.sit', { personId: bob, passphrase: 'guess' })),
  )
  expect(codes.filter(code => code === 'passphrase_wrong')).toHaveLength(3)
  expect(codes.filter(code => code === 'passphrase_wait')).toHaveLength(3)
  await engine.close()
})

test('somebody who can administer and prove it always stays', async () => {
  const { engine, ana, bob } = await protectedBooks()
  const left = { name: 'Ana Ruiz', initials: 'AR', isActive: false }
  expect(await refusal(engine, 'people.setRights', { personId: ana, rights: [] })).toBe('administrator_needed')
  expect(await refusal(engine, 'people.change', { personId: ana, ...left })).toBe('administrator_needed')
  await engine.ask('people.setRights', { personId: bob, rights: ['administer'] })
  await engine.ask('people.change', { personId: ana, ...left })
  // Her seat falls to nobody: Bob proves who he is first.
  expect(await refusal(engine, 'document.counts', {})).toBe('app_locked')
  await engine.close()
})

test('the first passphrase is that of somebody who can give them to others', async () => {
  const engine = someEngine(someHost())
  await engine.start({ reads: false, posts: false })
  const { ana, bob } = await anaAndBob(engine)
  expect(await refusal(engine, 'people.setPassphrase', { personId: bob, passphrase: second })).toBe(
    'administrator_needed',
  )
  await engine.ask('people.setPassphrase', { personId: ana, passphrase: first })
  expect(await refusal(engine, 'people.sit', { personId: bob })).toBe('passphrase_missing')
  expect(await refusal(engine, 'people.setPassphrase', { personId: ana, passphrase: second })).toBe('passphrase_wrong')
  expect(await refusal(engine, 'people.removePassphrase', { current: first })).toBe('passphrase_stays')
  await engine.close()
})

test('who works alone may do without a passphrase again', async () => {
  const engine = someEngine(someHost())
  await engine.start({ reads: false, posts: false })
  const { people } = await engine.ask('people.add', { name: 'Ana Ruiz', initials: 'AR' })
  await engine.ask('people.setPassphrase', { personId: sure(people[0]).id, passphrase: first })
  expect(await refusal(engine, 'people.removePassphrase', { current: second })).toBe('passphrase_wrong')
  expect((await engine.ask('people.removePassphrase', { current: first })).isProtected).toBe(false)
  await engine.close()
})
