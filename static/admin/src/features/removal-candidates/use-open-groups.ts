import { useState } from 'react';
import type { CandidateState } from '../../../../../src/shared/contract';
import { isClosed, STATES } from '../../components/candidate-states';

/** Which groups of the list are open: those that wait for somebody, and whichever the filter asks for. */
export function useOpenGroups(filter: string | null) {
  const [open, setOpen] = useState<ReadonlySet<CandidateState>>(
    () => new Set(STATES.filter((state) => !isClosed(state) || state === filter)),
  );
  const [asked, setAsked] = useState(filter);
  if (filter !== asked) {
    setAsked(filter);
    const state = STATES.find((each) => each === filter);
    if (state) setOpen(new Set([...open, state]));
  }
  const toggle = (state: CandidateState) => {
    const next = new Set(open);
    if (!next.delete(state)) next.add(state);
    setOpen(next);
  };
  return { open, toggle };
}
