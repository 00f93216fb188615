/** Where a colleague can look up what a fact says: a work item, or Jira's audit log, whose records have no page of their own. */
export type FactLink = { readonly kind: 'work-item'; readonly key: string } | { readonly kind: 'audit-log' };

/** Where a trace can be looked up; `ref` as in `Trace`. */
export function linkOf(ref: string | null): FactLink | undefined {
  if (ref === null) return undefined;
  return ref.startsWith('audit:') ? { kind: 'audit-log' } : { kind: 'work-item', key: ref };
}
