import type { CandidateState } from '../../../../../src/shared/contract';
import { STATES } from '../../components/candidate-states';
import type { Sort } from '../../components/sort-order';
import { sortCandidates } from './sort-candidates';
import type { CostOf } from './total-savings';
import type { ListedCandidate } from './use-candidate-rows';

export type Item =
  | { readonly kind: 'group'; readonly state: CandidateState; readonly count: number; readonly isOpen: boolean }
  | { readonly kind: 'row'; readonly row: ListedCandidate };

/** Candidates under a heading per state, Ready first, in the wanted order; a closed group keeps its heading. */
export function grouped(
  rows: readonly ListedCandidate[],
  open: ReadonlySet<CandidateState>,
  sort: Sort,
  costOf?: CostOf,
): readonly Item[] {
  return STATES.flatMap((state) => {
    const members = rows.filter((row) => row.state === state);
    if (members.length === 0) return [];
    const isOpen = open.has(state);
    const heading: Item = { kind: 'group', state, count: members.length, isOpen };
    return [
      heading,
      ...(isOpen ? sortCandidates(members, sort, costOf).map((row): Item => ({ kind: 'row', row })) : []),
    ];
  });
}
