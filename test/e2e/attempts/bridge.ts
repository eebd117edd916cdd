import type { Attempts } from './attempt'

/** Asking more of the bridge than it is meant to give. */
export const bridgeAttempts: Attempts = {
  'a file of the disk taken in through a list of one’s own making': () =>
    window.attack.denied(() =>
      window.quittance.take({ map: () => ({ filter: () => ['/etc/passwd'] }) } as never).then(reply => reply),
    ),
  'a file of the disk taken in as a plain object': () =>
    window.attack.denied(() => window.quittance.take([{ path: '/etc/passwd', name: 'passwd' }] as never)),
  'a file of the disk taken in by its name': () =>
    window.attack.denied(() => window.quittance.take(['/etc/passwd'] as never)),
  'a call that is none': () => window.attack.denied(() => window.quittance.call('file.read' as never, {} as never)),
  'a call inherited from every object': () =>
    window.attack.denied(() => window.quittance.call('constructor' as never, {} as never)),
  'a call that is no text': () => window.attack.denied(() => window.quittance.call({} as never, {} as never)),
  'a path as id': () =>
    window.attack.denied(() => window.quittance.call('document.get', { documentId: '../../etc/passwd' as never })),
  'a backup by its path': () =>
    window.attack.denied(() => window.quittance.call('backup.restore', { name: '../../../tmp/other' })),
  'a folder by its path': () => window.attack.denied(() => window.quittance.chooseFolder('/etc' as never)),
  'saving a file that was not made ready': () =>
    window.attack.denied(() => window.quittance.save({ fileId: '../own/quittance.db', suggestedName: 'x', bytes: 1 })),
  'an address given to the browser': ({ http }) =>
    window.attack.denied(() => window.quittance.openInLedger(http as never)),
  'a file given to the browser': () =>
    window.attack.denied(() => window.quittance.openInLedger('file:///etc/passwd' as never)),
  'a program given to the browser': () =>
    window.attack.denied(() => window.quittance.openInLedger('ms-settings:' as never)),
  'script given to the browser': () =>
    window.attack.denied(() => window.quittance.openInLedger('javascript:alert(1)' as never)),
  'approving what has open exceptions, a hundred times': ({ documentId }) =>
    window.attack.denied(async () => {
      for (let n = 0; n < 100; n++) {
        await window.quittance.call('document.approve', { documentIds: [documentId as never] })
      }
      const reply = await window.quittance.call('document.get', { documentId: documentId as never })
      if (!reply.ok || reply.value.state === 'approved' || reply.value.state === 'posted') return reply
      return { ok: false, error: { code: `still ${reply.value.state}`, params: {} } }
    }),
  'deciding in another’s name': ({ documentId }) =>
    window.attack.denied(async () => {
      const comment = { documentId: documentId as never, text: 'agreed', actor: 'Director', by: 'Director' }
      await window.quittance.call('comment.add', comment)
      const reply = await window.quittance.call('activity.list', { filter: { actor: 'Director' } })
      if (reply.ok && reply.value.rows.length > 0) return reply
      return { ok: false, error: { code: 'no such actor in the journal', params: {} } }
    }),
  'a prototype polluted over the bridge': () =>
    window.attack.denied(async () => {
      const patch = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as object
      await window.quittance.call('settings.set', { patch })
      const reply = await window.quittance.call('settings.get', {})
      if ('polluted' in {} || JSON.stringify(reply).includes('polluted')) return { ok: true }
      return { ok: false, error: { code: 'unknown keys were dropped', params: {} } }
    }),
  'a message of 64 million letters': () =>
    window.attack.denied(() => window.quittance.call('account.search', { query: 'x'.repeat(64 * 2 ** 20) })),
  'a list of a million ids': () =>
    window.attack.denied(() =>
      window.quittance.call('document.approve', { documentIds: Array<never>(1_000_000).fill('x' as never) }),
    ),
  'a message without an end': () =>
    window.attack.denied(async () => {
      const circle: Record<string, unknown> = {}
      circle['query'] = circle
      return window.quittance.call('account.search', circle as never)
    }),
  'the preload’s own port': () =>
    window.attack.refused(async () => {
      const heard: unknown[] = []
      window.addEventListener('message', ({ ports }) => heard.push(...ports))
      await window.quittance.call('company.current', {})
      return heard[0]
    }),
  'another function in the bridge’s place': () =>
    window.attack.refused(() => {
      Reflect.set(window.quittance, 'call', () => 'mine')
      return window.quittance.call.toString().includes('mine') ? 'replaced' : null
    }),
}
