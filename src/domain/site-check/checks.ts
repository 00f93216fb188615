/**
 * Everything that only a live site can tell, in the order in which it is tried: what the product stands or falls with comes
 * first. `by`: who tries it. `server` and `browser` answer at once, `background` takes minutes and can be left, `watch` waits
 * for something that a person does in Jira, `person` says what only they can see. `changesJira`: it needs a click of its own.
 */
export const SITE_CHECKS = {
  'group-write-present': { by: 'server', changesJira: true },
  'group-write-background': { by: 'background', changesJira: true },
  'administer-right': { by: 'server', changesJira: false },
  'storage-transaction': { by: 'server', changesJira: false },
  'ways-in': { by: 'server', changesJira: false },
  'admin-page-listed': { by: 'person', changesJira: false },
  'other-people': { by: 'server', changesJira: false },
  'frame-height': { by: 'browser', changesJira: false },
  'installed-event': { by: 'server', changesJira: false },
  'context-permissions': { by: 'server', changesJira: false },
  'bridge-points': { by: 'browser', changesJira: false },
  'job-memory': { by: 'background', changesJira: false },
  'work-events': { by: 'watch', changesJira: false },
  'work-item-views': { by: 'watch', changesJira: false },
  'board-views': { by: 'watch', changesJira: false },
  'list-views': { by: 'watch', changesJira: false },
  'account-types': { by: 'server', changesJira: false },
} as const satisfies Record<
  string,
  { by: 'server' | 'browser' | 'background' | 'watch' | 'person'; changesJira: boolean }
>;

export type SiteCheck = keyof typeof SITE_CHECKS;
export const SITE_CHECK_NAMES = Object.keys(SITE_CHECKS) as readonly SiteCheck[];

/** The checks that are tried in one way, e.g. `watch`. */
export type CheckBy<By extends string> = {
  [Check in SiteCheck]: (typeof SITE_CHECKS)[Check]['by'] extends By ? Check : never;
}[SiteCheck];

/** Every outcome a check can have. What a check could not find out is no outcome: the site stays untried. */
export const OUTCOMES = {
  'group-write-present': ['works', 'refused', 'not-site-administrator', 'not-harmless'],
  'group-write-background': ['works', 'refused', 'not-site-administrator', 'not-harmless', 'unfinished'],
  'administer-right': ['complete', 'no-audit-log', 'missing'],
  'storage-transaction': ['everything', 'entities-only', 'entity-and-key', 'one-entity-only'],
  'ways-in': ['all', 'some'],
  'admin-page-listed': ['listed', 'not-listed'],
  'other-people': ['opened-it', 'none-yet'],
  'frame-height': ['grows', 'fixed'],
  'installed-event': ['with-type', 'without-type', 'not-seen'],
  'context-permissions': ['listed', 'absent'],
  'bridge-points': ['charged', 'free', 'not-shown'],
  'job-memory': ['enough', 'tight', 'stopped', 'unfinished'],
  'work-events': ['arrive', 'missing'],
  'work-item-views': ['arrive', 'missing'],
  'board-views': ['arrive', 'missing'],
  'list-views': ['arrive', 'missing'],
  'account-types': ['known', 'unknown-types', 'none-read'],
} as const satisfies Record<SiteCheck, readonly string[]>;

export type OutcomeOf<Check extends SiteCheck> = (typeof OUTCOMES)[Check][number];
export type SiteOutcome = OutcomeOf<SiteCheck>;
