import type { ActivityBucket, CandidateState } from '../../../../../src/shared/contract';

/** Values of the list's filter for the spans of the chart. */
const SPANS: Readonly<Record<ActivityBucket['label'], string>> = {
  '0–30': '0-30',
  '30–60': '30-60',
  '60–90': '60-90',
  '90–120': '90-120',
  '120+': '120',
  'None seen': 'none',
  'Never used': 'never',
  Unknown: 'unread',
};

interface Wanted {
  readonly role?: string;
  readonly group?: string;
  readonly kind?: string;
  readonly activity?: string;
  readonly state?: string;
}

/** The list with as many seats as a number says: excluded seats are out of all numbers, so out of the list too. */
export function seatsLink(wanted: Wanted = {}): string {
  const params = new URLSearchParams({ ...wanted, excluded: 'hide' });
  return `/subscriptions?${params.toString()}`;
}

/** The seats of one bar of a chart. */
export function spanLink(label: ActivityBucket['label'], wanted: Wanted = {}): string {
  return seatsLink({ ...wanted, activity: SPANS[label] });
}

/** The removal candidates of one state, of all profiles that the overview counts. */
export function candidatesLink(state: CandidateState): string {
  return `/removal-candidates?${new URLSearchParams({ flag: state }).toString()}`;
}
