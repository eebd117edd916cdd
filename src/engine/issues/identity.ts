import canonicalize from 'canonicalize'
import type { Subject } from '../../shared/issue'
import type { RaisedIssue } from '../pipeline/check/subject'
import type { issues } from '../store/schema'

export type IssueRow = typeof issues.$inferSelect

/**
 * What makes an issue raised today the one stored yesterday: its kind and what it is about. `params.ref` tells several
 * of one kind on one document apart (two suspected twins).
 */
export function identityOf(issue: Pick<RaisedIssue, 'key' | 'subject' | 'params'>): string {
  return `${issue.key} ${canonicalize(ownSubject(issue.subject)) ?? ''} ${issue.params['ref'] ?? ''}`
}

/** The lines an issue speaks for besides its own come and go; it stays the same question. */
function ownSubject(subject: Subject): Subject {
  return subject.type === 'line' ? { type: 'line', lineId: subject.lineId } : subject
}

/** Equal JSON values, whatever the order of their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonicalize(one) === canonicalize(other)
}
