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
      <Others label={t('review.relations.parts', { count: parts.length })} others={parts} />
      <Others label={t('review.relations.attached', { count: attached.length })} others={attached} />
      <Others label={t('review.relations.support', { count: support.length })} others={support} />
    </>
  )
}

interface OthersProps {
  readonly label: string
  readonly others: readonly {
    readonly documentId: DocumentId
    readonly intakeNumber: number
    readonly fileName: string
    readonly invoiceNumber?: string | null
  }[]
}

function Others({ label, others }: OthersProps) {
  if (others.length === 0) return null
  return (
    <div className="rv-relation">
      <span>{label}</span>
      <ul>
        {others.map(({ documentId, intakeNumber, fileName, invoiceNumber }) => (
          <li key={documentId}>
            <DocumentLink documentId={documentId}>
              #{intakeNumber} {invoiceNumber ?? fileName}
            </DocumentLink>
          </li>
        ))}
      </ul>
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
