/** The kinds of evidence that are kept apart, in the order they are stored. New kinds are only ever appended. */
export const ACTIVITY_KINDS = [
  'issue-created',
  'issue-changed',
  'comment-added',
  'comment-edited',
  'worklog',
  /** Administration outside the categories that the original counts. */
  'administration',
  'issue-viewed',
  'attachment',
  'link',
  'version',
  'sprint',
  'admin-auditing',
  'admin-projects',
  'admin-permissions',
  'admin-workflows',
  'admin-notifications',
  'admin-fields',
  'admin-roadmaps',
  /** Administration of which we don't know whether the original counts it. */
  'admin-unclear',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export type ActivityClass = 'contribution' | 'administration' | 'view';

/** Which class each kind counts as. */
export const CLASS_OF_KIND: Readonly<Record<ActivityKind, ActivityClass>> = {
  'issue-created': 'contribution',
  'issue-changed': 'contribution',
  'comment-added': 'contribution',
  'comment-edited': 'contribution',
  worklog: 'contribution',
  administration: 'administration',
  'issue-viewed': 'view',
  attachment: 'contribution',
  link: 'contribution',
  version: 'contribution',
  sprint: 'contribution',
  'admin-auditing': 'administration',
  'admin-projects': 'administration',
  'admin-permissions': 'administration',
  'admin-workflows': 'administration',
  'admin-notifications': 'administration',
  'admin-fields': 'administration',
  'admin-roadmaps': 'administration',
  'admin-unclear': 'administration',
};

/** What counts for a rule; see `ActivityBasis` of the pages' contract. */
export const ACTIVITY_BASES = ['original-compatible', 'any-contribution', 'including-views'] as const;
export type ActivityBasis = (typeof ACTIVITY_BASES)[number];

/** What the original counts (product.md A7): creating, commenting, editing a comment, and seven categories of the audit log. */
const ORIGINAL: readonly ActivityKind[] = [
  'issue-created',
  'comment-added',
  'comment-edited',
  'admin-auditing',
  'admin-projects',
  'admin-permissions',
  'admin-workflows',
  'admin-notifications',
  'admin-fields',
  'admin-roadmaps',
];

const LISTED: Readonly<Record<ActivityBasis, readonly ActivityKind[]>> = {
  'original-compatible': ORIGINAL,
  'any-contribution': ACTIVITY_KINDS.filter((kind) => CLASS_OF_KIND[kind] !== 'view'),
  'including-views': ACTIVITY_KINDS,
};
const KINDS_OF: Readonly<Record<ActivityBasis, ReadonlySet<ActivityKind>>> = {
  'original-compatible': new Set(LISTED['original-compatible']),
  'any-contribution': new Set(LISTED['any-contribution']),
  'including-views': new Set(LISTED['including-views']),
};

/** The kinds of evidence that count under a basis. */
export function kindsOf(basis: ActivityBasis): ReadonlySet<ActivityKind> {
  return KINDS_OF[basis];
}

/** The same as a list: walking through a set makes something for every step, and everybody’s activity is walked through. */
export function listedKinds(basis: ActivityBasis): readonly ActivityKind[] {
  return LISTED[basis];
}

/** The basis that counts most of these; each counts all that the ones before it do. */
export function widestOf(bases: readonly ActivityBasis[]): ActivityBasis {
  return ACTIVITY_BASES[Math.max(0, ...bases.map((basis) => ACTIVITY_BASES.indexOf(basis)))] ?? WIDEST_BASIS;
}

/** Everything seen counts, unless a rule says otherwise. */
export const WIDEST_BASIS: ActivityBasis = 'including-views';

/**
 * Product events are kept once per person, day and group of kinds. What the original counts has a group of its own, so that a
 * plain change earlier the same day does not hide it.
 */
export type StampGroup = 'original' | ActivityClass;

export function stampGroupOf(kind: ActivityKind): StampGroup {
  return kindsOf('original-compatible').has(kind) ? 'original' : CLASS_OF_KIND[kind];
}

/** The groups whose stamps count under a basis. */
export function stampGroupsOf(basis: ActivityBasis): StampGroup[] {
  return [...new Set(listedKinds(basis).map(stampGroupOf))];
}

/** Whether any trace on a work item counts, whatever was done to it. */
export function countsEveryContribution(basis: ActivityBasis): boolean {
  return ACTIVITY_KINDS.every((kind) => CLASS_OF_KIND[kind] !== 'contribution' || kindsOf(basis).has(kind));
}
