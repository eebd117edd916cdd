import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { registerAllCommands } from '../../../src/renderer/src/commands/all'
import { parseKeys } from '../../../src/renderer/src/commands/keys'
import { allCommands } from '../../../src/renderer/src/commands/registry'
import { messages, type Language } from '../../../src/renderer/src/i18n/messages'
import { chapter, type HandbookLanguage } from '../../handbook/chapter'

const handbook = join(import.meta.dirname, '../../../docs/handbook')
const languages: readonly HandbookLanguage[] = ['en', 'es']

const namesOf = (language: HandbookLanguage) =>
  readdirSync(join(handbook, language))
    .filter(file => file.endsWith('.md'))
    .map(file => file.slice(0, -'.md'.length))
    .sort()

const textOf = (language: HandbookLanguage, name: string) =>
  readFileSync(join(handbook, language, `${name}.md`), 'utf8')

/** Keys of the sentences that a label may be: the whole sentence, or what stands before its first value. */
function sentencesOf(language: Language, label: string): string[] {
  return Object.entries(messages[language])
    .filter(([, sentence]) => sentence === label || (sentence.startsWith(`${label} {`) && !sentence.startsWith('{')))
    .map(([key]) => key)
}

const chapters = namesOf('en').filter(name => chapter('en', name).steps.length > 0)

test('every chapter is there in both languages, and the index leads to it', () => {
  expect(namesOf('es')).toEqual(namesOf('en'))
  const index = readFileSync(join(handbook, 'README.md'), 'utf8')
  for (const language of languages)
    for (const name of namesOf(language)) expect(index).toContain(`](${language}/${name}.md)`)
})

test.each(chapters)('%s: what its steps tell to look for is on the screen, the same in both languages', name => {
  const [english = [], spanish = []] = languages.map(language =>
    chapter(language, name).steps.map(({ labels }) =>
      labels.map(label => ({ label, keys: sentencesOf(language, label) })),
    ),
  )
  const unknown = [...english, ...spanish].flat().filter(({ keys }) => keys.length === 0)
  expect(unknown.map(({ label }) => label)).toEqual([])
  expect(spanish.map(step => step.length)).toEqual(english.map(step => step.length))
  const apart = english.flat().filter(({ keys }, index) => !spanish.flat()[index]?.keys.some(key => keys.includes(key)))
  expect(apart.map(({ label }) => label)).toEqual([])
})

test.each(namesOf('en'))('%s: the keys it names are keys of the app, the same in both languages', name => {
  registerAllCommands()
  const known = new Set(
    allCommands().flatMap(({ keys = [] }) => keys.flatMap(parseKeys).map(stroke => JSON.stringify(stroke))),
  )
  // Keys of the system and of its controls, and what stands for what on a Mac.
  for (const own of ['Tab', 'ArrowLeft', 'ArrowRight', '⌘', 'Mod']) known.add(JSON.stringify(parseKeys(own)[0]))
  const [english = [], spanish = []] = languages.map(language => chapter(language, name).keys)
  expect(spanish.toSorted()).toEqual(english.toSorted())
  const strange = english.filter(keys => !known.has(JSON.stringify(parseKeys(spelling(keys))[0])))
  expect(strange).toEqual([])
})

test.each(languages)('pictures and other pages that the handbook shows or leads to exist (%s)', language => {
  const missing = namesOf(language).flatMap(name => {
    const page = join(handbook, language, `${name}.md`)
    const targets = [...textOf(language, name).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target)
    return targets.filter(target => !existsSync(join(dirname(page), target))).map(target => `${name}: ${target}`)
  })
  expect(missing).toEqual([])
})

/** `Control+↓` as the commands write it: `Mod+ArrowDown`. */
function spelling(keys: string): string {
  const arrows = { '↑': 'ArrowUp', '↓': 'ArrowDown', '←': 'ArrowLeft', '→': 'ArrowRight' }
  return Object.entries(arrows)
    .reduce((text, [arrow, key]) => text.replace(arrow, key), keys)
    .replace('Control', 'Mod')
    .replace(/^Esc$/, 'Escape')
}
