import { parse } from 'csv-parse/sync'
import type { ChartImport } from '../../shared/coding'
import { fold } from '../../shared/fold'

/** One account as its file tells it. */
export interface ChartRow {
  readonly code: string
  readonly name: string
  readonly parent: string | null
  /** SAT código agrupador, where the file has it: Mexican companies report it for each account. */
  readonly standsFor: string | null
  /** Where the source knows whether bills are coded to it. */
  readonly isForBills?: boolean
}

export type ChartProblem = ChartImport['problems'][number]
export interface ChartRead {
  readonly rows: readonly ChartRow[]
  /** Every one found; a chart with problems is not imported. */
  readonly problems: readonly ChartProblem[]
}

/** More is no chart of accounts of a company that codes its bills by hand or with us. */
const mostAccounts = 20_000

type Column = 'code' | 'name' | 'parent' | 'standsFor'

const headings: Readonly<Record<Column, readonly string[]>> = {
  code: [
    'code',
    'codigo',
    'cuenta',
    'account',
    'account code',
    'numero de cuenta',
    'no cuenta',
    'account number',
    'clave',
  ],
  name: ['name', 'nombre', 'descripcion', 'description', 'account name', 'nombre de la cuenta', 'nombre cuenta'],
  parent: ['parent', 'padre', 'cuenta padre', 'parent code', 'parent account', 'subcuenta de', 'depende de', 'mayor'],
  standsFor: ['agrupador', 'codigo agrupador', 'codigo sat', 'cod agrupador', 'sat', 'codagrup', 'sat code'],
}

/** Reads a chart of accounts from CSV text: comma, semicolon or tab, headings in English or Spanish, in any order. */
export function readChartCsv(text: string): ChartRead {
  const [heading, ...records] = recordsOf(text) ?? []
  if (!heading) return refused('chart_unreadable')
  const columns = heading.map(fold)
  const at = (name: Column) => columns.findIndex(column => headings[name].includes(column))
  const [code, name, parent, standsFor] = [at('code'), at('name'), at('parent'), at('standsFor')]
  if (code === -1 || name === -1) return refused('chart_unreadable')
  const cell = (record: readonly string[], column: number) => (column === -1 ? '' : (record[column] ?? '').trim())
  const rows = records.map(record => ({
    code: cell(record, code),
    name: cell(record, name),
    parent: cell(record, parent) || null,
    standsFor: cell(record, standsFor) || null,
  }))
  return checkChart(parent === -1 ? withParentsByCode(rows) : rows)
}

function refused(key: ChartProblem['key'], params: ChartProblem['params'] = {}): ChartRead {
  return { rows: [], problems: [{ key, params }] }
}

function recordsOf(text: string): string[][] | undefined {
  const firstLine = text.slice(0, text.search(/\r?\n|$/))
  const delimiter = [';', '\t', ','].find(sign => firstLine.includes(sign)) ?? ','
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true })
  } catch {
    return undefined
  }
}

/** Where the file names no parents the codes do: "6000-001" and "6000.001" lie below "6000", as "60001" does. */
function withParentsByCode(rows: readonly ChartRow[]): ChartRow[] {
  const codes = new Set(rows.map(row => row.code))
  return rows.map(row => {
    for (let length = row.code.length - 1; length > 0; length -= 1) {
      const above = row.code.slice(0, length).replace(/[.\-\s/]+$/, '')
      if (codes.has(above)) return { ...row, parent: above }
    }
    return row
  })
}

/** Refuses what would make a chart ambiguous: codes that stand twice, parents that are missing, circles. */
export function checkChart(rows: readonly ChartRow[]): ChartRead {
  if (rows.length === 0) return refused('chart_empty')
  if (rows.length > mostAccounts) return refused('chart_too_large', { count: rows.length, most: mostAccounts })
  const problems: ChartProblem[] = []
  const rowOf = new Map<string, number>()
  for (const [index, { code, name }] of rows.entries()) {
    // As a spreadsheet counts: the heading is row 1.
    const row = index + 2
    const first = rowOf.get(code)
    if (code === '' || name === '')
      problems.push({ key: 'chart_row_incomplete', params: { row, missing: code === '' ? 'code' : 'name' } })
    else if (first !== undefined) problems.push({ key: 'chart_duplicate_code', params: { code, first, row } })
    else rowOf.set(code, row)
  }
  for (const [index, { code, parent }] of rows.entries()) {
    if (parent !== null && !rowOf.has(parent))
      problems.push({ key: 'chart_parent_missing', params: { code, parent, row: index + 2 } })
  }
  problems.push(...circlesIn(rows))
  return { rows, problems }
}

function circlesIn(rows: readonly ChartRow[]): ChartProblem[] {
  const parents = new Map(rows.map(({ code, parent }) => [code, parent]))
  const settled = new Set<string>()
  const problems: ChartProblem[] = []
  for (const { code } of rows) {
    const way: string[] = []
    let at: string | null = code
    while (at !== null && !settled.has(at) && !way.includes(at)) {
      way.push(at)
      at = parents.get(at) ?? null
    }
    if (at !== null && way.includes(at)) {
      const codes = way.slice(way.indexOf(at))
      problems.push({ key: 'chart_cycle', params: { codes: codes.slice(0, 5).join(', ') } })
    }
    for (const seen of way) settled.add(seen)
  }
  return problems
}
