import { Fragment } from 'react'
import { Link } from 'react-aria-components'
import type { Block, Words } from './chapter'
import { useHandbook } from './handbook-slice'

interface PlaceProps {
  /** Where in the chapter this stands. */
  readonly place: string
  /** The passage a search led to. */
  readonly wanted: string | null
}

const placed = ({ place, wanted }: PlaceProps) => ({
  'data-place': place,
  ...(place === wanted && { className: 'found' }),
})

/** One paragraph, list, table or picture of a chapter. */
export function ChapterBlock({ block, ...at }: PlaceProps & { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3 {...placed(at)}>{block.text}</h3>
    case 'code':
      return <pre {...placed(at)}>{block.text}</pre>
    case 'picture':
      return <img src={block.address} alt={block.text} />
    case 'paragraph':
      return (
        <p {...placed(at)}>
          <Line words={block.words} />
        </p>
      )
    case 'table':
      return <BlockTable block={block} {...at} />
    case 'steps':
      return (
        <ol>
          <Items block={block} {...at} />
        </ol>
      )
    case 'list':
      return (
        <ul>
          <Items block={block} {...at} />
        </ul>
      )
  }
}

type ListBlock = Extract<Block, { kind: 'steps' | 'list' }>

function Items({ block, place, wanted }: PlaceProps & { readonly block: ListBlock }) {
  return block.items.map((item, at) => (
    <li key={at} {...placed({ place: `${place}.${at}`, wanted })}>
      {item.map((part, within) => (
        <ChapterBlock key={within} block={part} place={`${place}.${at}.${within}`} wanted={wanted} />
      ))}
    </li>
  ))
}

type TableBlock = Extract<Block, { kind: 'table' }>

function BlockTable({ block, place, wanted }: PlaceProps & { readonly block: TableBlock }) {
  return (
    <table>
      <thead>
        <tr>
          {block.head.map((words, at) => (
            <th key={at} scope="col">
              <Line words={words} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((cells, at) => (
          <tr key={at} {...placed({ place: `${place}.${at}`, wanted })}>
            {cells.map((words, cell) => (
              <td key={cell}>
                <Line words={words} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Line({ words }: { readonly words: readonly Words[] }) {
  return words.map((word, at) => <Fragment key={at}>{drawn(word)}</Fragment>)
}

function drawn(word: Words) {
  if (typeof word === 'string') return word
  switch (word.kind) {
    case 'strong':
      return <strong>{word.text}</strong>
    case 'emphasis':
      return <em>{word.text}</em>
    case 'key':
      return <kbd>{word.text}</kbd>
    case 'code':
      return <code>{word.text}</code>
    case 'link':
      return (
        <Link className="handbook-link" onPress={() => useHandbook.getState().read(word.chapter)}>
          {word.text}
        </Link>
      )
  }
}
