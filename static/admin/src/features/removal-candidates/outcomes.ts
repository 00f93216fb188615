import type { ReclaimResult } from '../../../../../src/shared/contract';

type Appearance = 'success' | 'information' | 'neutral' | 'danger';

/** What reclaiming one person came to. */
export const OUTCOMES: Record<ReclaimResult['outcome'], { readonly text: string; readonly appearance: Appearance }> = {
  'would-remove': { text: 'Would be removed', appearance: 'information' },
  removed: { text: 'Removed', appearance: 'success' },
  kept: { text: 'Keeps the seat', appearance: 'neutral' },
  failed: { text: 'Failed', appearance: 'danger' },
};

/** Whether the seat was seen free afterwards. */
export const PROOFS: Record<NonNullable<ReclaimResult['seatFreed']>, string> = {
  proven: 'Proven: Jira no longer counts the seat.',
  'not-freed': 'Not freed: another group still gives the seat.',
  unknown: 'Not known yet: Jira has not counted again.',
};
