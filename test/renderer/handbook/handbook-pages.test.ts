import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chapters } from 'virtual:handbook'
import { passagesOf, type Block, type Chapter } from '../../../src/renderer/src/handbook/chapter'
import { searchHandbook } from '../../../src/renderer/src/handbook/search'

const folder = join(import.meta.dirname, '../../../docs/handbook')

const blocksOf = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap(block =>
    block.kind === 'steps' || block.kind === 'list' ? [block, ...block.items.flatMap(blocksOf)] : [block],
  )
const wordsOf = (chapter: Chapter) =>
  blocksOf(chapter.blocks).flatMap(block => {
    if (block.kind === 'paragraph') return block.words
    return block.kind === 'table' ? [...block.head, ...block.rows.flat()].flat() : []
  })

test.each(['en', 'es'] as const)('the app holds every chapter of the handbook and the runbook (%s)', language => {
  const written = readdirSync(join(folder, language)).map(file => file.slice(0, -'.md'.length))
  expect(chapters[language].map(({ name }) => name).sort()).toEqual([...written, 'runbook'].sort())
  expect(chapters[language].map(({ name }) => name)).toEqual(chapters.en.map(({ name }) => name))
})

test.each(['en', 'es'] as const)(
  'every link of a chapter leads to a chapter, and no markup is left over (%s)',
  language => {
    const names = new Set(chapters[language].map(({ name }) => name))
    for (const chapter of chapters[language]) {
      const words = wordsOf(chapter)
      const astray = words.filter(word => typeof word !== 'string' && word.kind === 'link' && !names.has(word.chapter))
      expect(astray, chapter.name).toEqual([])
      const prose = [chapter.title, ...words.filter(word => typeof word === 'string')]
      expect(prose.filter(text => /<\/?\w+>|\*\*|\]\(|\n/.test(text))).toEqual([])
    }
  },
)

test.each(['en', 'es'] as const)('only pointers to pages of the source are left out of the app (%s)', language => {
  for (const chapter of chapters[language].filter(({ name }) => name !== 'runbook')) {
    const written = readFileSync(join(folder, language, `${chapter.name}.md`), 'utf8').split('\n\n')
    const leadingOut = written.filter(text => /\]\(\.\.\/\.\.\/(?!runbook)/.test(text))
    expect(
      leadingOut.filter(text => !/^(More|Más): /.test(text)),
      chapter.name,
    ).toEqual([])
    expect(passagesOf(chapter).filter(({ text }) => /^(More|Más): /.test(text))).toEqual([])
  }
})

test('the pictures and the keys of a chapter are shown, not their markup', () => {
  const first = chapters.en.find(({ name }) => name === 'first-bill')
  if (!first) throw new Error('no chapter')
  const pictures = blocksOf(first.blocks).filter(block => block.kind === 'picture')
  expect(pictures.map(({ address }) => address)).toEqual(pictures.map(() => expect.stringMatching(/\.png/)))
  expect(pictures.length).toBe(5)
  expect(wordsOf(first)).toContainEqual({ kind: 'key', text: 'Ctrl' })
})

test('a search finds the passages that hold all words, whatever their accents, those named so first', () => {
  const [named, ...others] = searchHandbook(chapters.es, 'ACTUALIZACIÓN')
  expect(named).toMatchObject({ excerpt: expect.arrayContaining([expect.stringMatching(/actualizaci/i)]) })
  expect(searchHandbook(chapters.es, 'actualizacion').length).toBe(others.length + 1)
  const [duplicate] = searchHandbook(chapters.en, 'credit notes')
  expect(duplicate).toMatchObject({ chapter: 'duplicates', place: '' })
  expect(searchHandbook(chapters.en, 'no such words here')).toEqual([])
  expect(searchHandbook(chapters.en, '  ')).toEqual([])
})

test('the excerpt of a long passage shows the word with whole words around it', () => {
  const text = `${'before '.repeat(30)}Überweisung ${'after '.repeat(60)}`.trim()
  const chapter: Chapter = { name: 'one', title: 'One', blocks: [{ kind: 'paragraph', words: [text] }] }
  const [hit] = searchHandbook([chapter], 'uberweisung')
  const [before = '', word, after = ''] = hit?.excerpt ?? []
  expect(word).toBe('Überweisung')
  expect(before).toMatch(/^…(before )+$/)
  expect(after).toMatch(/^( after)+…$/)
})
