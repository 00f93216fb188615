import type { CandidateRow, CandidateState } from '../../../../../src/shared/contract';
import { STATES } from '../../components/candidate-states';

export type Item =
  | { readonly kind: 'group'; readonly state: CandidateState; readonly count: number; readonly isOpen: boolean }
  | { readonly kind: 'row'; readonly row: CandidateRow };

/** Candidates under a heading per state, Ready first, the longest inactive on top; a closed group keeps its heading. */
export function grouped(rows: readonly CandidateRow[], open: ReadonlySet<CandidateState>): readonly Item[] {
  return STATES.flatMap((state) => {
    const members = rows.filter((row) => row.state === state);
    if (members.length === 0) return [];
    const isOpen = open.has(state);
    const heading: Item = { kind: 'group', state, count: members.length, isOpen };
    return [heading, ...(isOpen ? byInactivity(members).map((row): Item => ({ kind: 'row', row })) : [])];
  });
}

function byInactivity(rows: readonly CandidateRow[]): readonly CandidateRow[] {
  const days = (row: CandidateRow) => row.inactiveDays ?? Infinity;
  return [...rows].sort((left, right) => (days(left) === days(right) ? 0 : days(right) - days(left)));
}
