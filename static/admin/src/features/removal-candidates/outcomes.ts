import type { ReclaimResult, RestoreResult } from '../../../../../src/shared/contract';

type Appearance = 'success' | 'information' | 'neutral' | 'danger';

/** What reclaiming one person came to. */
export const OUTCOMES: Record<ReclaimResult['outcome'], { readonly text: string; readonly appearance: Appearance }> = {
  'would-remove': { text: 'Would be removed', appearance: 'information' },
  'would-ask': { text: 'Would be asked first', appearance: 'information' },
  asked: { text: 'Asked first', appearance: 'success' },
  removed: { text: 'Removed', appearance: 'success' },
  kept: { text: 'Keeps the seat', appearance: 'neutral' },
  failed: { text: 'Failed', appearance: 'danger' },
};

interface Restored {
  readonly text: string;
  readonly appearance: Appearance;
  readonly message: 'success' | 'information' | 'warning' | 'error';
}

/** What restoring one person came to. */
export const RESTORED: Record<RestoreResult['outcome'], Restored> = {
  'would-restore': { text: 'Would be restored', appearance: 'information', message: 'information' },
  restored: { text: 'Restored', appearance: 'success', message: 'success' },
  partly: { text: 'Partly restored', appearance: 'neutral', message: 'warning' },
  kept: { text: 'Nothing given back', appearance: 'neutral', message: 'warning' },
  failed: { text: 'Failed', appearance: 'danger', message: 'error' },
};

/** Whether the seat was seen again afterwards. */
export const SEAT_BACK: Record<NonNullable<RestoreResult['seatBack']>, string> = {
  proven: 'Proven: Jira counts the seat again.',
  'not-back': 'Not back: these groups do not give the seat any more.',
  unknown: 'Not known yet whether the seat is back: Jira did not show it.',
};
