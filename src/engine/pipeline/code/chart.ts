import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AccountView } from '../../../shared/account'
import type { ChartKey } from '../../../shared/settings'
import type { Coder } from './coder'
import { fold } from '../../../shared/fold'
import { placesByPrefix, placesByPurpose, type PlacesFor } from './purposes'
import { chartCoder } from './chart-coder'
import { readTable } from './table'

/** One account of a chart, with the everyday words people look it up by. */
export interface Account extends AccountView {
  /** "luz", "recibo de luz", "electricity": phrases beside the official name. */
  readonly keywords: readonly string[]
  /** False for one the company switched off: kept where it stands, not offered. */
  readonly isActive: boolean
  /** SAT code of what it is for; the account's own in the SAT chart. Null where nobody knows. */
  readonly standsFor: string | null
}

export interface Chart {
  readonly key: ChartKey
  readonly accounts: readonly Account[]
  readonly byCode: ReadonlyMap<string, Account>
  /** Codes lines from all evidence; what it knows is read when the first line asks, unless it was warmed before. */
  coder(): Coder
}

/**
 * Loads a chart of accounts shipped in `resources/charts`.
 *
 * @param resourcesFolder folder of shipped, read-only files
 * @throws Error when the file is missing, has no accounts or one of them twice: a broken installation, not a user's
 *   mistake
 */
export function loadChart(resourcesFolder: string, key: Exclude<ChartKey, 'own'>): Chart {
  const accounts = shippedAccounts(join(resourcesFolder, 'charts'), key)
  const chart = chartOf(key, accounts, resourcesFolder)
  if (accounts.length === 0) throw new Error(`chart of accounts ${key} is empty`)
  if (chart.byCode.size !== accounts.length) throw new Error(`chart of accounts ${key} has a code twice`)
  return chart
}

/** A chart made of accounts that are there already. */
export function chartOf(key: ChartKey, accounts: readonly Account[], resourcesFolder: string): Chart {
  const byCode = new Map(accounts.map(account => [account.code, account]))
  return {
    key,
    accounts,
    byCode,
    coder: chartCoder(resourcesFolder, byCode, key === 'sat' ? null : placesIn(key, accounts, byCode, resourcesFolder)),
  }
}

function placesIn(
  key: ChartKey,
  accounts: readonly Account[],
  byCode: ReadonlyMap<string, Account>,
  resourcesFolder: string,
): PlacesFor {
  const codes = key === 'own' ? null : purposesOf(join(resourcesFolder, 'charts'), key)
  return codes === null ? placesByPurpose(accounts) : placesByPrefix(codes, byCode)
}

/** `resources/charts/<key>.purposes.tsv`: prefix of SAT codes → the chart's accounts for them, the usual one first. */
function purposesOf(folder: string, key: string): Map<string, string[]> {
  const rows = readTable(text(join(folder, `${key}.purposes.tsv`)))
  return new Map(rows.map(row => [row['sat'] ?? '', (row['codes'] ?? '').split(' ')]))
}

function shippedAccounts(folder: string, key: string): Account[] {
  const keywords = keywordsOf(folder, key)
  return readTable(text(join(folder, `${key}.tsv`))).map(row => {
    const code = row['code'] ?? ''
    const [en, es] = [row['name_en'] || (row['name_es'] ?? ''), row['name_es'] || (row['name_en'] ?? '')]
    const level = row['level']
    return {
      code,
      name: { en, es },
      parent: row['parent'] || null,
      level: level === undefined ? (row['parent'] ? code.length - 1 : 0) : level === 'group' ? 0 : Number(level),
      isPostable: row['ap_target'] === '1',
      isActive: true,
      standsFor: key === 'sat' ? code : null,
      keywords: keywords.get(code) ?? [],
    }
  })
}

/** Everyday words of a chart's own, and those of the SAT accounts that its accounts take the place of. */
function keywordsOf(folder: string, key: string): Map<string, string[]> {
  const sat = keywordsByCode(join(folder, 'sat.keywords.tsv'))
  if (key === 'sat') return sat
  const file = join(folder, `${key}.keywords.tsv`)
  const keywords = existsSync(file) ? keywordsByCode(file) : new Map<string, string[]>()
  for (const [prefix, [code = '']] of purposesOf(folder, key)) {
    keywords.set(code, [...(keywords.get(code) ?? []), ...(sat.get(prefix) ?? [])])
  }
  return keywords
}

function keywordsByCode(file: string): Map<string, string[]> {
  const rows = readTable(text(file))
  return new Map(
    rows.map(row => {
      const phrases = `${row['keywords_es'] ?? ''},${row['keywords_en'] ?? ''}`.split(',')
      return [row['code'] ?? '', phrases.map(phrase => phrase.trim()).filter(phrase => fold(phrase) !== '')]
    }),
  )
}

function text(file: string): string {
  return readFileSync(file, 'utf8')
}
