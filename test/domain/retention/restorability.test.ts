import { FULL_LOG } from '../../../src/domain/retention/log-start';
import { whyNotRestorable } from '../../../src/domain/retention/restorability';
import { keptFrom } from '../../../src/domain/retention/evidence-retention';
import { UNTOUCHED } from '../../../src/domain/removal-candidate';

const TAKEN = { ...UNTOUCHED, state: 'Closed Complete', groupsRemoved: ['g-1'], closedAt: 100 } as const;
const WHOLE = { at: 1, by: null, groupIds: ['g-1'], missing: [], seatBack: 'proven' } as const;
const until = (deletedUntil: number) => ({ ...FULL_LOG, deletedUntil });

test.each([
  ['a seat whose evidence is there', TAKEN, until(99), null],
  ['a seat of a log of which nothing was deleted', TAKEN, FULL_LOG, null],
  ['a seat whose evidence was deleted', TAKEN, until(100), 'evidence-deleted'],
  ['a restore that is under way', { ...TAKEN, restoringSince: 5 }, until(100), null],
  ['a seat that is back', { ...TAKEN, restored: WHOLE }, until(100), 'restored-already'],
  ['a seat that is back in part', { ...TAKEN, restored: { ...WHOLE, missing: ['g-1'] } }, until(99), null],
  ['a candidate of which nothing was taken', { ...TAKEN, groupsRemoved: null }, until(99), 'nothing-removed'],
  ['an open candidate', { ...TAKEN, state: 'Ready' as const }, until(99), 'nothing-removed'],
])('%s', (_name, candidate, logStart, reason) => {
  expect(whyNotRestorable(candidate, logStart)).toBe(reason);
});

test.each([
  ['2026-12-01T10:00:00Z', 12, '2025-12-01T10:00:00Z'],
  ['2024-02-29T00:00:00Z', 12, '2023-02-28T00:00:00Z'],
  ['2026-03-31T00:00:00Z', 13, '2025-02-28T00:00:00Z'],
  ['2026-01-15T00:00:00Z', 120, '2016-01-15T00:00:00Z'],
])('at %s entries of the last %d months are kept', (now, months, from) => {
  expect(keptFrom({ revision: 1, months }, Date.parse(now))).toBe(Date.parse(from));
});

test.each([null, 11, 0])('nothing may go with %s months', (months) => {
  expect(keptFrom({ revision: 1, months }, Date.now())).toBeNull();
});
