import fc from 'fast-check';
import type { Notice } from '../../../src/domain/notice';
import { exclusion, model } from '../setup-records';
import { candidate, candidateLine, holder, profile, rule } from '../records';

/** Stored records that differ only in whom they name: `n` tells one from another. */
const sample = <Value>(arbitrary: fc.Arbitrary<Value>, n = 1): Value => {
  const [value] = fc.sample(arbitrary, { numRuns: 1, seed: n });
  if (value === undefined) throw new Error('no sample');
  return value;
};

const P = 'p-1';
const at = 1_790_000_000_000;

export const holderOf = (accountId: string) => ({ ...sample(holder), accountId, groupIds: ['g-1'] });
export const lineOf = (accountId: string, n: number) => ({ ...sample(candidateLine, n), accountId });
export const profileOf = (reclaimOperator: string, n: number) => ({
  ...sample(profile, n),
  id: `p-${n}`,
  reclaimOperator,
});
export const ruleOf = (by: string) => ({ ...sample(rule), profileId: P, changedBy: by, review: { at, by } });
export const modelOf = (changedBy: string) => ({ ...sample(model), changedBy });
export const exclusionOf = (by: string) => ({ ...sample(exclusion), createdBy: by, changedBy: by });

export const noticeOf = (by: string): Notice => ({
  askedAt: at,
  by,
  workItem: 'LIC-1',
  answerDay: '2026-12-01',
  zone: 'UTC',
  answerBy: at,
  answer: null,
  decision: { kind: 'granted', at, by, keptUntil: at },
});

/** With a note about the person by somebody, and another one by the person. */
export function candidateOf({ who, by, n }: { who: string; by: string; n: number }, text: string) {
  const written = [by, who].map((author) => ({ at, text, by: author, isNote: true as const }));
  const opened = { at, text: 'Proposed by a rule.', by: null };
  const told = { accountId: who, notice: noticeOf(by), timeline: [opened, ...written] };
  const restored = { at, by, groupIds: [], missing: [], seatBack: 'proven' as const };
  return { ...sample(candidate, n), number: `RC000000${n}`, profileId: P, ruleName: text, restored, ...told };
}
