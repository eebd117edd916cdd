import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const handbook = join(import.meta.dirname, '../../docs/handbook')

export type HandbookLanguage = 'en' | 'es'

/** One numbered step, with what it tells a person to look for and to press. */
export interface Step {
  /** What stands in bold: words of the screen. */
  readonly labels: readonly string[]
  /** Key strokes in order, as Playwright writes them: `Control+,`, `g`. */
  readonly keys: readonly string[]
  /** File names of its pictures, without `.png`. */
  readonly pictures: readonly string[]
}

/** A chapter as its reader has it. */
export interface Chapter {
  readonly steps: readonly Step[]
  /** What stands in code type outside the steps: commands, files, IDs. */
  readonly quoted: readonly string[]
  /** Every key stroke it names, in its steps or elsewhere. */
  readonly keys: readonly string[]
}

/** Reads a chapter of the handbook. */
export function chapter(language: HandbookLanguage, name: string): Chapter {
  const text = readFileSync(join(handbook, language, `${name}.md`), 'utf8')
  const [introduction = '', ...steps] = text.split(/^\d+\. /m)
  return { steps: steps.map(stepOf), quoted: matches(introduction, /`([^`]+)`/g), keys: keysIn(text) }
}

function stepOf(text: string): Step {
  // What follows the last step begins at the margin.
  const [own = ''] = text.split(/\n\n(?=\S)/)
  return {
    labels: matches(own.replace(/\s+/g, ' '), /\*\*(.+?)\*\*/g),
    keys: keysIn(own),
    pictures: matches(own, /\/([\w-]+)\.png\)/g),
  }
}

function keysIn(text: string): string[] {
  return matches(text, /(<kbd>[^<]+<\/kbd>(?:\+<kbd>[^<]+<\/kbd>)*)/g).map(strokeOf)
}

function strokeOf(markup: string): string {
  const names = matches(markup, /<kbd>([^<]+)<\/kbd>/g)
  return names.map(name => (name === 'Ctrl' ? 'Control' : name.length === 1 ? name.toLowerCase() : name)).join('+')
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found)
}
