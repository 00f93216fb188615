import type { ProfileView } from '../../../../../../src/shared/contract';
import type { Problems } from '../model/draft-problems';
import type { ChangeDraft, ProfileDraft } from '../model/profile-draft';

/** What every part of the form gets. */
export interface FormProps {
  /** The saved version that is edited; undefined for a new profile. */
  readonly base: ProfileView | undefined;
  readonly draft: ProfileDraft;
  readonly problems: Problems;
  readonly isDisabled: boolean;
  readonly onChange: ChangeDraft;
}
