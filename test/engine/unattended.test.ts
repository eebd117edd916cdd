import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defaultSettings } from '../../src/shared/settings'
import { keepArchive } from '../../src/engine/lists/archive-keeper'
import { keepSearchFresh } from '../../src/engine/lists/search-keeper'
import { noticeNews } from '../../src/engine/notices/notices'
import { anchorJournal } from '../../src/engine/store/journal-anchor'
import { openStore, type Store } from '../../src/engine/store/open'
import { newFolder } from './store/folder'

// Books that can no longer be read, under an engine that runs: what it does by itself must not end it.

let store: Store
const said: string[] = []
const log = {
  info: () => undefined,
  warn: (_: object, words: string) => void said.push(words),
  error: (_: object, words: string) => void said.push(words),
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  store = openStore(newFolder())
})

afterEach(() => {
  vi.useRealTimers()
  said.length = 0
})

test('finished documents that cannot be looked up stay in the lists, and the next look comes', () => {
  const archive = keepArchive(store, () => ({ now: Date.now(), settings: { archiveAfterDays: 1 } }), vi.fn(), log)
  store.close()
  vi.advanceTimersByTime(2 * 3_600_000)
  expect(said).toEqual(Array(2).fill('finished documents could not be archived'))
  archive.stop()
})

test('a search index that cannot be brought up to date waits for the next change', () => {
  const search = keepSearchFresh(store, log)
  store.close()
  search.wake()
  vi.advanceTimersByTime(60_000)
  expect(said).toEqual(['search index could not be brought up to date'])
  search.stop()
})

test('news that cannot be looked up is told later', () => {
  const settings = () => defaultSettings
  const notices = noticeNews({ store, settings, isReading: () => false, announce: vi.fn(), log })
  store.close()
  vi.advanceTimersByTime(60_000)
  expect(said).toEqual(['what is new could not be looked up'])
  notices.stop()
})

test('the head of a journal that cannot be read stays as it was kept', () => {
  const anchor = anchorJournal(store, log)
  store.close()
  vi.advanceTimersByTime(3_000)
  anchor.stop()
  expect(said).toEqual(Array(2).fill('the head of the journal could not be kept beside the books'))
})
