import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AccountView } from '../../../shared/contract'
import type { ChartKey } from '../../../shared/settings'
import type { Coder } from './coder'
import { fold } from './fold'
import { satCoder } from './sat-coder'
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

/** Accounts a product code of the document suggests (SAT ClaveProdServ prefixes; the longest match wins). */
export interface ProductCodeRule {
  readonly prefix: string
  readonly expenseAccount: string
  readonly note: string
}

export interface Chart {
  readonly key: ChartKey
  readonly accounts: readonly Account[]
  readonly byCode: ReadonlyMap<string, Account>
  /** Sorted by prefix length, longest first. */
  readonly productCodes: readonly ProductCodeRule[]
  /** Codes lines from all evidence; charts without one get suggestions from memory and words only. */
  readonly coder?: () => Coder
}

/**
 * Loads a chart of accounts shipped in `resources/charts`.
 *
 * @param resourcesFolder folder of shipped, read-only files
 * @throws Error when the file is missing or has no accounts: a broken installation, not a user's mistake
 */
export function loadChart(resourcesFolder: string, key: Exclude<ChartKey, 'own'>): Chart {
  const folder = join(resourcesFolder, 'charts')
  const accounts = key === 'sat' ? satAccounts(folder) : generalAccounts(folder, key)
  if (accounts.length === 0) throw new Error(`chart of accounts ${key} is empty`)
  return chartOf(key, accounts, resourcesFolder)
}

/** A chart made of accounts that are there already. */
export function chartOf(key: ChartKey, accounts: readonly Account[], resourcesFolder: string): Chart {
  const byCode = new Map(accounts.map(account => [account.code, account]))
  return {
    key,
    accounts,
    byCode,
    ...(key === 'sat' ? { coder: satCoder(resourcesFolder, byCode) } : {}),
    productCodes: key === 'sat' ? productCodeRules(join(resourcesFolder, 'charts')) : [],
  }
}

function satAccounts(folder: string): Account[] {
  const keywords = keywordsByCode(join(folder, 'sat.keywords.tsv'))
  return readTable(text(join(folder, 'sat.tsv'))).map(row => ({
    code: row['code'] ?? '',
    name: { es: row['name_es'] ?? '', en: row['name_en'] || (row['name_es'] ?? '') },
    parent: row['parent'] || null,
    level: row['level'] === 'group' ? 0 : Number(row['level']),
    isPostable: row['ap_target'] === '1',
    isActive: true,
    standsFor: row['code'] ?? '',
    keywords: keywords.get(row['code'] ?? '') ?? [],
  }))
}

// What a supplier document can be booked to; the rest is income, capital, control and tax accounts.
const postableTypes = new Set(['expense', 'expense_direct_cost', 'asset_fixed', 'asset_current'])
const notForBills =
  /depreciation|depn|salaries|remuneration|directors|nic$|control|hmrc|bad debt|debtors|tax expense|exchange gains/i

function generalAccounts(folder: string, key: string): Account[] {
  const keywords = keywordsByCode(join(folder, `${key}.keywords.tsv`))
  return readTable(text(join(folder, `${key}.tsv`))).map(row => {
    const name = row['name'] ?? ''
    return {
      code: row['code'] ?? '',
      name: { en: name, es: row['name_es'] || name },
      parent: null,
      level: 1,
      isPostable: postableTypes.has(row['account_type'] ?? '') && !notForBills.test(name),
      isActive: true,
      standsFor: null,
      keywords: keywords.get(row['code'] ?? '') ?? [],
    }
  })
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

function productCodeRules(folder: string): ProductCodeRule[] {
  return readTable(text(join(folder, 'sat.product-codes.tsv')))
    .map(row => ({
      prefix: row['prefix'] ?? '',
      expenseAccount: row['expense_account'] ?? '',
      note: row['note'] ?? '',
    }))
    .filter(rule => rule.expenseAccount !== '')
    .sort((a, b) => b.prefix.length - a.prefix.length)
}

function text(file: string): string {
  return readFileSync(file, 'utf8')
}
