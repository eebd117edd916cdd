/** What a paragraph is made of: plain text, or words with a meaning of their own. */
export type Words =
  | string
  | { readonly kind: 'strong' | 'emphasis' | 'key' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly chapter: string }

export type Block =
  | { readonly kind: 'heading' | 'code'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly words: readonly Words[] }
  | { readonly kind: 'picture'; readonly address: string; readonly text: string }
  | { readonly kind: 'steps' | 'list'; readonly items: readonly (readonly Block[])[] }
  | {
      readonly kind: 'table'
      readonly head: readonly (readonly Words[])[]
      readonly rows: readonly (readonly (readonly Words[])[])[]
    }

/** One chapter of the handbook. */
export interface Chapter {
  /** The same in every language: `first-bill`. */
  readonly name: string
  readonly title: string
  readonly blocks: readonly Block[]
}

/** A piece of a chapter that a search can find and the reader be led to. */
export interface Passage {
  /** Place in the chapter: `4`, or `4.2` for an item of a list or a row of a table. */
  readonly place: string
  readonly text: string
}

/** The passages of a chapter, from top to bottom. */
export function passagesOf({ blocks }: Chapter): readonly Passage[] {
  return blocks.flatMap((block, index): Passage[] => {
    const within = (texts: readonly string[]) => texts.map((text, at) => ({ place: `${index}.${at}`, text }))
    if (block.kind === 'steps' || block.kind === 'list')
      return within(block.items.map(item => item.map(textOf).join(' ')))
    if (block.kind === 'table') return within(block.rows.map(cells => cells.map(textOfWords).join(' · ')))
    return [{ place: `${index}`, text: textOf(block) }]
  })
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'code':
      return block.text
    case 'paragraph':
      return textOfWords(block.words)
    case 'steps':
    case 'list':
      return block.items.map(item => item.map(textOf).join(' ')).join(' ')
    case 'table':
      return block.rows.flatMap(cells => cells.map(textOfWords)).join(' ')
    case 'picture':
      // Said for those who do not see it; nothing to look up.
      return ''
  }
}

function textOfWords(words: readonly Words[]): string {
  return words.map(word => (typeof word === 'string' ? word : word.text)).join('')
}
