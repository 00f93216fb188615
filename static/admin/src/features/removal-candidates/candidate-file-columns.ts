import type { ProfileView, ReclamationRuleView, RoleKey } from '../../../../../src/shared/contract';
import type { ListColumn } from '../../components/export/list-file';
import { FLAG_WORDS } from '../../components/flag-words';
import { PROOF_WORDS } from './proof-words';
import type { CostOf } from './total-savings';
import type { ListedCandidate } from './use-candidate-rows';

/** What the list knows beside its rows. */
export interface ListKnowledge {
  readonly profiles: readonly ProfileView[];
  readonly nameOf: (roleKey: RoleKey) => string;
  readonly costOf: CostOf;
}

type Rules = readonly ReclamationRuleView[];

/** The columns of a file of candidates; its people come before them. */
export function candidateColumns(
  { profiles, nameOf, costOf }: ListKnowledge,
  rules: Rules,
): readonly ListColumn<ListedCandidate>[] {
  const profileOf = (id: string) => profiles.find((profile) => profile.id === id)?.displayName ?? null;
  const ruleOf = ({ profileId, roleKey }: ListedCandidate) =>
    rules.find((rule) => rule.profileId === profileId && rule.roleKey === roleKey)?.name ?? null;
  return [
    { key: 'number', header: 'Number', value: ({ row }) => row.number },
    { key: 'state', header: 'State', value: ({ row }) => row.state },
    { key: 'mark', header: 'Mark', value: ({ row }) => (row.flag ? FLAG_WORDS[row.flag] : null) },
    { key: 'applicationKey', header: 'Application key', value: ({ row }) => row.roleKey },
    { key: 'application', header: 'Application', value: ({ row }) => nameOf(row.roleKey) },
    { key: 'profile', header: 'Profile', value: ({ row }) => profileOf(row.profileId) },
    { key: 'justification', header: 'Justification', value: ({ row }) => row.justification },
    { key: 'rule', header: 'Rule of the application', value: ({ row }) => ruleOf(row) },
    { key: 'inactiveDays', header: 'Inactive days', value: ({ row }) => row.inactiveDays },
    { key: 'savesAMonth', header: 'Saves a month', value: ({ row }) => costOf(row.roleKey)?.amount ?? null },
    { key: 'currency', header: 'Currency', value: ({ row }) => costOf(row.roleKey)?.currency ?? null },
    { key: 'openedAt', header: 'Opened (UTC)', value: ({ row }) => row.openedAt },
    { key: 'settledAt', header: 'Settled (UTC)', value: ({ row }) => row.settledAt },
    { key: 'waitsUntil', header: 'Waits until (UTC)', value: ({ row }) => row.until },
    { key: 'seatFreed', header: 'Seat freed', value: ({ row }) => (row.seatFreed ? PROOF_WORDS[row.seatFreed] : null) },
  ];
}
