/** Whether the administrators of a site agreed to a scope. Where the platform does not tell, it is unknown: that blocks nothing. */
export type ScopeAgreement = 'agreed' | 'not-agreed' | 'unknown';

/** Looks a scope up among those a site agreed to; undefined: the platform did not tell which those are. */
export function agreementTo(scope: string, agreed: readonly string[] | undefined): ScopeAgreement {
  if (agreed === undefined) return 'unknown';
  return agreed.includes(scope) ? 'agreed' : 'not-agreed';
}
