import type { CrashPoint } from '../../src/engine/crash-points'
import type { Store } from '../../src/engine/store/open'

/**
 * Tells moments apart by full names. A commit is named by the first fact it adds to the journal or, where it adds none,
 * by who asked for it, read off the stack: in the product nobody needs these names.
 *
 * @param books the open store; null while it is being opened
 */
export function momentNames(books: () => Store | null): (point: CrashPoint) => string {
  let known = 0
  let commit = ''
  return point => {
    if (point === 'commit.before') {
      const added = factsAfter(books(), known)
      known = added.last
      commit = added.first ?? callerOfWrite()
    }
    return point.startsWith('commit.') ? `${point} ${commit}` : point
  }
}

function factsAfter(store: Store | null, known: number): { readonly first: string | undefined; readonly last: number } {
  const rows = store?.raw
    .prepare<[number], { sequence: number; kind: string }>(
      'SELECT sequence, kind FROM journal WHERE sequence > ? ORDER BY sequence',
    )
    .all(known)
  return { first: rows?.[0]?.kind, last: rows?.at(-1)?.sequence ?? known }
}

// A bundler tells apart what has one name in two files by a number.
const withoutNumber = (frame: string) => frame.replace(/\$\d+$/, '')

function callerOfWrite(): string {
  Error.stackTraceLimit = 30
  const frames = (new Error().stack ?? '')
    .split('\n')
    .map(line => withoutNumber(/at (?:async )?(?:new )?([^\s(]+) (?:\[as \w+\] )?\(/.exec(line)?.[1] ?? '<anonymous>'))
  const callers = frames.slice(frames.lastIndexOf('write') + 1)
  return callers.find(frame => !frame.includes('<anonymous>'))?.replace(/^Object\./, '') ?? 'nobody'
}
