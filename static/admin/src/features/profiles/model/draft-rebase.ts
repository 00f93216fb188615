import { FIELDS, sameField, type Field, type ProfileDraft } from './profile-draft';

/** A field that somebody else changed while it was edited here. */
export interface Difference {
  readonly field: Field;
  readonly yours: ProfileDraft;
  readonly theirs: ProfileDraft;
}

export interface Rebased {
  readonly draft: ProfileDraft;
  readonly differences: readonly Difference[];
}

/**
 * Carries an edit over to a newer version of its profile. What was typed stays; what was not touched follows the newer
 * version; every field in which the two still differ from each other is named.
 */
export function rebase(base: ProfileDraft, mine: ProfileDraft, theirs: ProfileDraft): Rebased {
  const changedByThem = FIELDS.filter((field) => !sameField(field, base, theirs));
  const followed = changedByThem.filter((field) => sameField(field, base, mine));
  const draft = followed.reduce((merged, field) => withField(merged, field, theirs), mine);
  const differing = changedByThem.filter((field) => !sameField(field, mine, theirs));
  const isEdited = FIELDS.some((field) => !sameField(field, base, mine));
  return { draft, differences: isEdited ? differing.map((field) => ({ field, yours: mine, theirs })) : [] };
}

/** A draft with one field taken from another. */
export function withField(draft: ProfileDraft, field: Field, from: ProfileDraft): ProfileDraft {
  return { ...draft, [field]: from[field] };
}
