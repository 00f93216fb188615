import { useState } from 'react';
import type { ProfileView } from '../../../../../src/shared/contract';
import { rebase, type Difference } from './model/draft-rebase';
import { draftOf, isChanged, type ChangeDraft, type ProfileDraft } from './model/profile-draft';

interface Edit {
  /** The version that is edited; undefined while the profile is new. */
  readonly base: ProfileView | undefined;
  readonly draft: ProfileDraft;
  readonly differences: readonly Difference[];
}

export interface ProfileEditor extends Edit {
  readonly isDirty: boolean;
  readonly change: ChangeDraft;
  /** Goes on from what was just saved. */
  readonly adopt: (saved: ProfileView) => void;
  readonly dismissDifferences: () => void;
}

/** An edit of a profile that follows newer versions of it without losing anything that was typed. */
export function useProfileEditor(latest: ProfileView | undefined, initial: ProfileDraft): ProfileEditor {
  const [stored, setEdit] = useState<Edit>({ base: latest, draft: initial, differences: [] });
  const edit = latest && isNewer(latest, stored.base) ? follow(stored, latest) : stored;
  if (edit !== stored) setEdit(edit);
  return {
    ...edit,
    isDirty: !edit.base || isChanged(edit.draft, draftOf(edit.base)),
    change: (part) => setEdit((before) => ({ ...before, draft: { ...before.draft, ...part } })),
    adopt: (saved) => setEdit({ base: saved, draft: draftOf(saved), differences: [] }),
    dismissDifferences: () => setEdit((before) => ({ ...before, differences: [] })),
  };
}

function isNewer(latest: ProfileView, base: ProfileView | undefined): boolean {
  return !base || latest.revision > base.revision;
}

function follow({ base, draft, differences }: Edit, latest: ProfileView): Edit {
  const theirs = draftOf(latest);
  const rebased = rebase(base ? draftOf(base) : draft, draft, theirs);
  const fields = new Set(rebased.differences.map(({ field }) => field));
  const earlier = differences.filter(({ field }) => !fields.has(field));
  return { base: latest, draft: rebased.draft, differences: [...rebased.differences, ...earlier] };
}
