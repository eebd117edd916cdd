import type { Concept, ConceptKind } from './concepts'
import { readTable } from './table'

/** What a product-code prefix says an issuer sold. The longest matching prefix wins. */
export interface ProductClass extends Concept {
  readonly prefix: string
  /** Usually bought to be worked up, built in or sold on: material, food, building work. */
  readonly isStock: boolean
  /** What the prefix stands for. */
  readonly note: { readonly en: string; readonly es: string }
}

const kinds: Readonly<Record<string, ConceptKind>> = {
  service: 'act',
  utility: 'service',
  insurance: 'act',
  financial: 'act',
  duty: 'act',
  dues: 'act',
  advert: 'service',
  toll: 'act',
  construction: 'act',
  software: 'service',
  publication: 'thing',
  capital: 'durable',
  furniture: 'durable',
}

const stock: ReadonlySet<string> = new Set(['material', 'food', 'construction'])

/** Product classes by prefix, from `resources/charts/sat.product-codes.tsv`. */
export function readProductClasses(tsv: string): ReadonlyMap<string, ProductClass> {
  return new Map(
    readTable(tsv)
      .filter(row => (row['expense_account'] ?? '') !== '')
      .map(row => {
        const prefix = row['prefix'] ?? ''
        const entry: ProductClass = {
          key: `class_${prefix}`,
          prefix,
          kind: kinds[row['kind'] ?? ''] ?? 'thing',
          expense: row['expense_account'] ?? '',
          capital: row['capital_account'] || null,
          classes: [prefix],
          department: departmentOf(row['expense_account'] ?? ''),
          isStock: stock.has(row['kind'] ?? ''),
          note: { en: row['note'] ?? '', es: row['note_es'] ?? '' },
        }
        return [prefix, entry]
      }),
  )
}

function departmentOf(account: string): Concept['department'] {
  return /\.(61|72|74|75)$/.test(account) ? 'selling' : 'administration'
}

/** The class of a product code; undefined for codes that say nothing ("not in the catalogue") or are no SAT codes. */
export function classOfCode(classes: ReadonlyMap<string, ProductClass>, code: string | null): ProductClass | undefined {
  if (code === null || !/^\d{4,8}$/.test(code)) return undefined
  for (let length = code.length; length >= 2; length -= 1) {
    const found = classes.get(code.slice(0, length))
    if (found) return found
  }
  return undefined
}
