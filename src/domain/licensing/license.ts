/** What Atlassian says about the site's license of this app; `unknown`: nothing, as while it is developed or not sold. */
export type License = 'active' | 'inactive' | 'unknown';

/**
 * Why nobody's seat may be taken, and nobody asked about theirs, without a license; undefined: they may. Everything else stays:
 * reading, exports, restores, answers, and jobs, so that nothing is forgotten until there is a license again.
 */
export function licenseLock(license: License): string | undefined {
  return license === 'inactive'
    ? 'The license of this app is not active. Renew it before seats are reclaimed.'
    : undefined;
}
