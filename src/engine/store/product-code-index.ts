import Database from 'better-sqlite3'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** A row of the catalogue of products and services. */
export interface CatalogueRow {
  /** Eight digits. */
  readonly code: string
  readonly name: string
  /** What else it is called. */
  readonly similar: string
}

/** Words of the catalogue, found by their beginnings and by their likeness. Lives in memory; made when first asked. */
export interface ProductCodeIndex {
  /** Codes whose text has, for each group, a word beginning with one of its beginnings; best first. */
  find(groups: readonly (readonly string[])[], limit: number): string[]
  /** Words of the catalogue that share letters with a typed one, likest first. */
  wordsLike(word: string, limit: number): string[]
  close(): void
}

const schema = `
  CREATE VIRTUAL TABLE entries USING fts5 (
    name, similar, content = '', detail = column, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
  );
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab (entries, row);
  CREATE VIRTUAL TABLE spelling USING fts5 (word, detail = none, tokenize = 'trigram');
`

// Some ten milliseconds each, then others get their turn.
const rowsAtOnce = 1_500

/** Makes the index in short pieces. The names themselves stay in the catalogue: the index keeps only where words are. */
export async function makeProductCodeIndex(rows: Iterable<CatalogueRow>): Promise<ProductCodeIndex> {
  const raw = new Database(':memory:')
  raw.exec(schema)
  const insert = raw.prepare('INSERT INTO entries (rowid, name, similar) VALUES (?, ?, ?)')
  let count = 0
  raw.exec('BEGIN')
  for (const { code, name, similar } of rows) {
    insert.run(Number(code), name, similar)
    count += 1
    if (count % rowsAtOnce === 0) await nextTurn()
  }
  raw.exec('COMMIT')
  await nextTurn()
  // A word of one letter, or one that is a number, is not misspelt.
  raw.exec(`INSERT INTO spelling (word) SELECT term FROM vocabulary WHERE length(term) > 3 AND term NOT GLOB '*[0-9]*'`)
  const byWords = raw.prepare<[string, number], { rowid: number }>(
    'SELECT rowid FROM entries WHERE entries MATCH ? ORDER BY bm25(entries, 6.0, 3.0), rowid LIMIT ?',
  )
  const inOrder = raw.prepare<[string, number], { rowid: number }>(
    'SELECT rowid FROM entries WHERE entries MATCH ? ORDER BY rowid LIMIT ?',
  )
  const byLetters = raw.prepare<[string, number], { word: string }>(
    'SELECT word FROM spelling WHERE spelling MATCH ? ORDER BY rank LIMIT ?',
  )
  return {
    find(groups, limit) {
      const query = groups
        .filter(words => words.length > 0)
        .map(words => `(${words.map(word => `${quoted(word)} *`).join(' OR ')})`)
        .join(' AND ')
      // A letter or two stand in half of the catalogue: to rank all of it would tell nothing and take the longest.
      const isShort = groups.every(words => words.every(word => word.length <= 2))
      const found = isShort ? inOrder : byWords
      return query === '' ? [] : found.all(query, limit).map(({ rowid }) => String(rowid).padStart(8, '0'))
    },
    wordsLike(word, limit) {
      const parts = trigrams(word).map(quoted)
      return parts.length === 0 ? [] : byLetters.all(parts.join(' OR '), limit).map(row => row.word)
    },
    close: () => raw.close(),
  }
}

/** So that nothing typed is taken for query language. */
function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`
}

function trigrams(word: string): string[] {
  const letters = [...word]
  return letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(''))
}
