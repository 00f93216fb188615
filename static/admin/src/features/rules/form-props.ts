import type { GroupId } from '../../../../../src/shared/contract';
import type { DraftProblems, RuleDraft } from './rule-draft';

/** What every part of a rule's form is given. */
export interface RuleFormProps {
  readonly draft: RuleDraft;
  readonly problems: DraftProblems;
  readonly isDisabled: boolean;
  /** Of the profile. */
  readonly selectedGroups: readonly GroupId[];
  readonly onChange: (change: Partial<RuleDraft>) => void;
}
