import Lozenge from '@atlaskit/lozenge';
import type {
  CandidateFlag,
  CandidateState,
  ProfileStatus,
  ReclamationRuleView,
  RunStatus,
} from '../../../../src/shared/contract';
import { FLAG_WORDS } from './flag-words';

type Appearance = 'neutral' | 'information' | 'warning' | 'success' | 'danger' | 'discovery';

const CANDIDATE: Record<CandidateState, Appearance> = {
  Ready: 'information',
  'Attention Required': 'danger',
  'Awaiting User': 'warning',
  'Awaiting Approval': 'warning',
  'Awaiting Revocation': 'warning',
  'Closed Complete': 'success',
  'Closed Skipped': 'neutral',
  'Closed Canceled': 'neutral',
};

const RUN: Record<RunStatus, Appearance> = {
  Queued: 'neutral',
  Running: 'information',
  Waiting: 'warning',
  Complete: 'success',
  Partial: 'warning',
  Failed: 'danger',
};

/** State of a removal candidate. */
export function CandidateLozenge({ state }: { readonly state: CandidateState }) {
  return <Lozenge appearance={CANDIDATE[state]}>{state}</Lozenge>;
}

const FLAGS: Record<CandidateFlag, Appearance> = {
  restored: 'information',
  're-added': 'warning',
  'cannot-be-freed': 'warning',
  'not-freed': 'danger',
};

/** What else there is to say about a removal candidate. */
export function CandidateFlagLozenge({ flag }: { readonly flag: CandidateFlag | null }) {
  return flag ? <Lozenge appearance={FLAGS[flag]}>{FLAG_WORDS[flag]}</Lozenge> : null;
}

/** Status of a job result. */
export function RunLozenge({ status }: { readonly status: RunStatus }) {
  return <Lozenge appearance={RUN[status]}>{status}</Lozenge>;
}

/** Status of an integration profile. */
export function ProfileLozenge({ status }: { readonly status: ProfileStatus }) {
  return <Lozenge appearance={status === 'Published' ? 'success' : 'neutral'}>{status}</Lozenge>;
}

/** Whether a reclamation rule was confirmed by a person, or proposes nobody at all. */
export function RuleLozenge({ rule }: { readonly rule: ReclamationRuleView }) {
  if (!rule.createCandidates) return <Lozenge appearance="neutral">Off</Lozenge>;
  if (rule.reviewedAt === null) return <Lozenge appearance="warning">To review</Lozenge>;
  return <Lozenge appearance="success">Confirmed</Lozenge>;
}
