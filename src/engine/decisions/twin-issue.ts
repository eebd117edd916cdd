import { agreementOf, percentAlike } from '../../shared/comparison'
import type { DocumentId } from '../../shared/ids'
import { isUnsettled, type IssueView } from '../../shared/issue'
import type { Reader } from '../store/write'
import { likenessOf } from './compare-documents'

/**
 * A question about a twin with how alike the two are now, as the side-by-side view says it. Worked out when it is shown and
 * not kept with the issue: whoever said that they are two is not asked again because another value was corrected.
 */
export function withLikeness(reader: Reader, documentId: DocumentId, issue: IssueView): IssueView {
  const { ref } = issue.params
  if (issue.key !== 'duplicate_found' || !isUnsettled(issue.state) || typeof ref !== 'string') return issue
  const likeness = likenessOf(reader, documentId, ref as DocumentId)
  const { agrees, differs } = agreementOf(likeness)
  const told = { percent: percentAlike(likeness), agrees: agrees.join(','), differs: differs.join(',') }
  return { ...issue, params: { ...issue.params, ...told } }
}
