import { expect, test } from 'vitest'
import { z } from 'zod'
import { defaultSettings, SettingsPatch } from '../../../src/shared/settings'
import { openStore } from '../../../src/engine/store/open'
import { journal } from '../../../src/engine/store/schema'
import { readSealed, removeSealed, writeSealed } from '../../../src/engine/store/secrets'
import { patchSettings, readSetting, readSettings, writeSetting } from '../../../src/engine/store/settings'
import { write } from '../../../src/engine/store/write'

test('fresh books work at once with the defaults', () => {
  expect(readSettings(openStore(':memory:').db)).toEqual(defaultSettings)
})

test('a changed preference is kept and the journal tells what it was', () => {
  const store = openStore(':memory:')
  const patch = { roundingTolerance: 5, language: 'es', theme: 'system' } as const
  expect(write(store, tx => patchSettings(tx, patch, 7))).toMatchObject({ roundingTolerance: 5, language: 'es' })
  expect(readSettings(store.db)).toEqual({ ...defaultSettings, roundingTolerance: 5, language: 'es' })
  expect(store.db.select().from(journal).all()).toMatchObject([
    {
      at: 7,
      actor: 'person',
      kind: 'settings.changed',
      before: '{"language":"en","roundingTolerance":1}',
      after: '{"language":"es","roundingTolerance":5}',
    },
  ])
})

test('a description of the company that is taken back leaves none, and the journal tells that', () => {
  const store = openStore(':memory:')
  const companyProfile = {
    description: 'Shoe shop',
    trades: [],
    goods: 'none',
    sells: [],
    materials: [],
    serviceCosts: [],
    hasDepartments: false,
    capitalThreshold: null,
  } as const
  write(store, tx => patchSettings(tx, SettingsPatch.parse({ companyProfile }), 0))
  expect(write(store, tx => patchSettings(tx, { companyProfile: null }, 1)).companyProfile).toBeNull()
  expect(readSettings(store.db)).toEqual(defaultSettings)
  expect(store.db.select().from(journal).all().at(-1)).toMatchObject({ after: '{"companyProfile":null}' })
})

test('setting what is set already is no change', () => {
  const store = openStore(':memory:')
  write(store, tx => patchSettings(tx, { ocrLanguages: [...defaultSettings.ocrLanguages] }, 0))
  expect(store.db.select().from(journal).all()).toEqual([])
})

test('a preference that means nothing to this version falls back to its default; the others stay', () => {
  const store = openStore(':memory:')
  write(store, tx => {
    writeSetting(tx, 'theme', 'sepia')
    writeSetting(tx, 'density', 'compact')
  })
  expect(readSettings(store.db)).toEqual({ ...defaultSettings, density: 'compact' })
})

test('values beside the preferences are checked when read', () => {
  const store = openStore(':memory:')
  write(store, tx => writeSetting(tx, 'queue_paused', true))
  expect(readSetting(store.db, 'queue_paused', z.boolean())).toBe(true)
  expect(readSetting(store.db, 'queue_paused', z.string())).toBeUndefined()
  write(store, tx => writeSetting(tx, 'queue_paused', undefined))
  expect(readSetting(store.db, 'queue_paused', z.boolean())).toBeUndefined()
})

test('a sealed secret is replaced and forgotten by its name', () => {
  const store = openStore(':memory:')
  write(store, tx => writeSealed(tx, 'bigcapital', 'sealed-1'))
  write(store, tx => writeSealed(tx, 'bigcapital', 'sealed-2'))
  expect(readSealed(store.db, 'bigcapital')).toBe('sealed-2')
  write(store, tx => removeSealed(tx, 'bigcapital'))
  expect(readSealed(store.db, 'bigcapital')).toBeUndefined()
})
