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
  /** Everybody else: removed, as far as that is known now. */
  readonly leaving: readonly CandidateRow[];
}

/** Sums up what the previews found; a person with two applications is one person. */
export function impactOf(people: readonly CandidateRow[], checked: readonly ReclaimResult[]): Impact {
  const removed = checked.filter(({ outcome }) => outcome === 'would-remove' || outcome === 'would-ask');
  const staying = new Set(checked.filter((each) => !removed.includes(each)).map(({ number }) => number));
  return {
    people: new Set(people.map(({ accountId }) => accountId)).size,
    groups: unique(removed.flatMap(({ groups }) => groups.map(({ name }) => name))),
    alsoLoses: unique(removed.flatMap(({ alsoLoses }) => alsoLoses)),
    asked: checked.filter(({ outcome }) => outcome === 'would-ask').length,
    kept: staying.size,
    leaving: people.filter(({ number }) => !staying.has(number)),
  };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
