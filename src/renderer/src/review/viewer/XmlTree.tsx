import { useEffect, useMemo, useRef } from 'react'
import type { XmlNode } from '../../../../shared/xml-node'
import { useText } from '../../i18n/t'
import { nearestPath, rowLimit, xmlRows } from './xml-rows'

interface XmlTreeProps {
  readonly root: XmlNode
  /** Path of the value in hand; its row is lit and scrolled to. */
  readonly litPath: string | null
}

/** The whole XML document, one row per element and attribute; the path is the tooltip. */
export function XmlTree({ root, litPath }: XmlTreeProps) {
  const { t } = useText()
  const rows = useMemo(() => xmlRows(root), [root])
  const paths = useMemo(() => new Set(rows.map(row => row.path)), [rows])
  const lit = litPath === null ? null : nearestPath(paths, litPath)
  const litRow = useRef<HTMLLIElement>(null)
  const tree = useRef<HTMLElement>(null)

  // Another width wraps long rows anew, and the row moves away with what stands above it.
  useEffect(() => {
    if (lit === null || !tree.current) return
    const show = () => litRow.current?.scrollIntoView({ block: 'center' })
    show()
    const resized = new ResizeObserver(show)
    resized.observe(tree.current)
    return () => resized.disconnect()
  }, [lit])

  return (
    <section
      ref={tree}
      className="rv-xml-tree"
      aria-label={t('review.xml.source')}
      tabIndex={0}
      data-focus-target="document"
    >
      <header>
        <h2>{t('review.xml.source')}</h2>
        {litPath !== null && <span className="rv-xml-path num">{litPath}</span>}
      </header>
      <ol>
        {rows.slice(0, rowLimit).map((row, index) => {
          const isLit = row.path === lit
          return (
            <li
              key={index}
              ref={isLit ? litRow : null}
              className={isLit ? 'rv-xml-row rv-xml-lit' : 'rv-xml-row'}
              style={{ paddingInlineStart: 12 + row.depth * 14 }}
              title={row.path}
              data-path={row.path}
            >
              <span className={row.kind === 'attribute' ? 'rv-xml-attribute' : 'rv-xml-element'}>{row.name}</span>
              {row.value !== '' && <span className="rv-xml-value">{row.value}</span>}
            </li>
          )
        })}
      </ol>
      {rows.length > rowLimit && <p className="muted">{t('review.xml.more', { count: rows.length - rowLimit })}</p>}
    </section>
  )
}
