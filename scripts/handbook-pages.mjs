import { readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parsers } from 'prettier/plugins/markdown'

const docs = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs')
const index = join(docs, 'handbook', 'README.md')
const moduleName = 'virtual:handbook'

/**
 * Makes the handbook part of the page: `virtual:handbook` gives its chapters in the order of its index, read once when the
 * app is built, and its pictures as files beside the page. What is drawn is data, so no markup of a file reaches the page.
 *
 * @returns {import('vite').Plugin}
 */
export function handbookPages() {
  return {
    name: 'handbook-pages',
    resolveId: id => (id === moduleName ? `\0${moduleName}` : undefined),
    load(id) {
      if (id !== `\0${moduleName}`) return undefined
      const chapters = readHandbook()
      this.addWatchFile(index)
      for (const { file } of [...chapters.en, ...chapters.es]) this.addWatchFile(file)
      return moduleCode(chapters)
    },
  }
}

/**
 * Every chapter of the handbook as the app shows it.
 *
 * @returns {Record<'en' | 'es', readonly object[]>} pictures carry the path of their file
 * @throws Error for markup the app cannot draw, and for a link within other words that leads out of the handbook
 */
export function readHandbook() {
  const rows = [...readFileSync(index, 'utf8').matchAll(/^\| \[.*?\]\((.+?)\) \| \[.*?\]\((.+?)\) \|$/gm)]
  const files = rows.map(([, en, es]) => ({ en: inHandbook(en), es: inHandbook(es) }))
  return {
    en: files.map(({ en }) => readChapter(en, new Set(files.map(pair => pair.en)))),
    es: files.map(({ es }) => readChapter(es, new Set(files.map(pair => pair.es)))),
  }
}

const inHandbook = path => normalize(join(dirname(index), path))
const nameOf = file => basename(file).split('.')[0]

function readChapter(file, siblings) {
  const [title, ...rest] = parsers.remark.parse(readFileSync(file, 'utf8'), {}).children
  const page = { folder: dirname(file), siblings }
  // A paragraph that leads out of the handbook is for those who read it in the source.
  const own = rest.filter(node => node.type !== 'paragraph' || !leadsOut(node, page))
  return { name: nameOf(file), title: plain(title), file, blocks: own.map(node => block(node, page)) }
}

function leadsOut({ children }, page) {
  return children.some(node => node.type === 'link' && !page.siblings.has(join(page.folder, node.url)))
}

function block(node, page) {
  if (node.type === 'heading') return { kind: 'heading', text: plain(node) }
  if (node.type === 'code') return { kind: 'code', text: node.value }
  if (node.type === 'list') {
    const items = node.children.map(({ children }) => children.map(child => block(child, page)))
    return { kind: node.ordered ? 'steps' : 'list', items }
  }
  if (node.type === 'table') {
    const [head, ...rows] = node.children.map(row => row.children.map(cell => words(cell.children, page)))
    return { kind: 'table', head, rows }
  }
  if (node.type === 'paragraph') {
    const [first] = node.children
    if (first?.type === 'image') return { kind: 'picture', file: join(page.folder, first.url), text: first.alt }
    return { kind: 'paragraph', words: words(node.children, page) }
  }
  throw new Error(`${page.folder}: the app does not draw ${node.type}`)
}

/** Words of a paragraph: plain ones as text, the others with their kind. */
function words(nodes, page) {
  const found = []
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node.type === 'html' && node.value === '<kbd>') {
      found.push({ kind: 'key', text: plain(nodes[at + 1]) })
      at += 2
    } else found.push(word(node, page))
  }
  return found
}

function word(node, page) {
  if (node.type === 'text') return oneLine(node.value)
  if (node.type === 'strong' || node.type === 'emphasis') return { kind: node.type, text: plain(node) }
  if (node.type === 'inlineCode') return { kind: 'code', text: node.value }
  if (node.type === 'link') {
    const target = join(page.folder, node.url)
    if (page.siblings.has(target)) return { kind: 'link', text: plain(node), chapter: nameOf(target) }
    throw new Error(`${page.folder}: ${node.url} is no chapter; give it a paragraph of its own`)
  }
  throw new Error(`${page.folder}: the app does not draw ${node.type}`)
}

const plain = node => oneLine(node.value ?? node.children.map(plain).join(''))
const oneLine = text => text.replaceAll('\n', ' ')

/** Pictures become imports, which the bundler puts beside the page. */
function moduleCode(chapters) {
  const pictures = []
  const asAddress = (key, value) => {
    if (key !== 'file') return value
    return value.endsWith('.png') ? `\0${pictures.push(value) - 1}` : undefined
  }
  const data = JSON.stringify(chapters, asAddress, 1).replaceAll(/"file": "\\u0000(\d+)"/g, '"address": picture$1')
  const imports = pictures.map((file, at) => `import picture${at} from ${JSON.stringify(file)}`)
  return [...imports, `export const chapters = ${data}`].join('\n')
}
