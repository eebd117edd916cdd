import canonicalize from 'canonicalize'
import type { RaisedIssue } from '../pipeline/check/subject'
import type { issues } from '../store/schema'

export type IssueRow = typeof issues.$inferSelect

/**
 * What makes an issue raised today the one stored yesterday: its kind and what it is about. `params.ref` tells several
 * of one kind on one document apart (two suspected twins).
 */
export function identityOf(issue: Pick<RaisedIssue, 'key' | 'subject' | 'params'>): string {
  return `${issue.key} ${canonicalize(issue.subject) ?? ''} ${issue.params['ref'] ?? ''}`
}

/** Equal JSON values, whatever the order of their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonicalize(one) === canonicalize(other)
}
