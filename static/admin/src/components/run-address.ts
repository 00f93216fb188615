import type { RunView } from '../../../../src/shared/contract';

/** Where the people of a reclaim or a restore are, for as long as the app keeps the run; null: another kind of job. */
export function runAddress({ id, kind }: Pick<RunView, 'id' | 'kind'>): string | null {
  if (kind !== 'reclaim' && kind !== 'restore') return null;
  return `/removal-candidates/${kind}?run=${encodeURIComponent(id)}`;
}
