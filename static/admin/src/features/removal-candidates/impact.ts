import type { CandidateRow, ReclaimResult } from '../../../../../src/shared/contract';

export interface Impact {
  readonly people: number;
  /** Names, each once. */
  readonly groups: readonly string[];
  readonly alsoLoses: readonly string[];
  /** Of the checked ones: mailed first, and removed only later. */
  readonly asked: number;
  /** Of the checked ones: not removed after the re-check. */
  readonly kept: number;
}

/** Sums up what the previews found; a person with two applications is one person. */
export function impactOf(people: readonly CandidateRow[], checked: readonly ReclaimResult[]): Impact {
  const removed = checked.filter(({ outcome }) => outcome === 'would-remove' || outcome === 'would-ask');
  return {
    people: new Set(people.map(({ accountId }) => accountId)).size,
    groups: unique(removed.flatMap(({ groups }) => groups.map(({ name }) => name))),
    alsoLoses: unique(removed.flatMap(({ alsoLoses }) => alsoLoses)),
    asked: checked.filter(({ outcome }) => outcome === 'would-ask').length,
    kept: checked.length - removed.length,
  };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
