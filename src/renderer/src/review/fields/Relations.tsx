import type { ReactNode } from 'react'
import type { DocumentView } from '../../../../shared/document-view'
import type { DocumentId } from '../../../../shared/ids'
import { useNavigation } from '../../app/navigation'
import { useText } from '../../i18n/t'

interface RelationsProps {
  readonly view: DocumentView
}

/** Other documents this one hangs together with: the file it came in, its parts, the pages attached to it. */
export function Relations({ view }: RelationsProps) {
  const { t } = useText()
  const { parent, part, pagesFrom, parts = [], attached = [], support = [] } = view
  const ownFile = pagesFrom?.filter(page => page.documentId === parent?.documentId) ?? []
  const pages = ownFile.map(({ page }) => page)
  return (
    <>
      {parent && (
        <p className="rv-relation">
          {pages.length > 0
            ? t('review.relations.pagesOf', { from: Math.min(...pages), to: Math.max(...pages), count: pages.length })
            : part
              ? t('review.relations.partOf', { part })
              : t('review.relations.outOf')}{' '}
          <DocumentLink documentId={parent.documentId}>
            #{parent.intakeNumber} {parent.fileName}
          </DocumentLink>
        </p>
      )}
      {parts.length > 0 && (
        <Group label={t('review.relations.parts', { count: parts.length })}>
          {parts.map(one => (
            <li key={one.documentId}>
              <DocumentLink documentId={one.documentId}>
                #{one.intakeNumber} {one.invoiceNumber ?? one.fileName}
              </DocumentLink>
            </li>
          ))}
        </Group>
      )}
      {attached.length > 0 && (
        <Group label={t('review.relations.attached', { count: attached.length })}>
          {attached.map(one => (
            <li key={one.documentId}>
              <DocumentLink documentId={one.documentId}>
                #{one.intakeNumber} {one.fileName}
              </DocumentLink>
            </li>
          ))}
        </Group>
      )}
      {support.length > 0 && (
        <Group label={t('review.relations.support', { count: support.length })}>
          {support.map(one => (
            <li key={one.documentId}>
              <DocumentLink documentId={one.documentId}>
                #{one.intakeNumber} {one.fileName}
              </DocumentLink>
            </li>
          ))}
        </Group>
      )}
    </>
  )
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="rv-relation">
      <span>{label}</span>
      <ul>{children}</ul>
    </div>
  )
}

function DocumentLink({ documentId, children }: { readonly documentId: DocumentId; readonly children: ReactNode }) {
  return (
    <button type="button" className="rv-link" onClick={() => useNavigation.getState().openDocument(documentId)}>
      {children}
    </button>
  )
}
