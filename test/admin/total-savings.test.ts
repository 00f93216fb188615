import type { CandidateRow, ReclaimResult, Savings } from '../../src/shared/contract';
import { impactOf } from '../../static/admin/src/features/removal-candidates/impact';
import { savingsOf } from '../../static/admin/src/features/removal-candidates/total-savings';

const row = (number: string, roleKey = 'jira-software'): CandidateRow => ({
  number,
  accountId: `of ${number}`,
  roleKey,
  state: 'Ready',
  openedAt: '2026-11-02T09:00:00.000Z',
  inactiveDays: null,
  settledAt: null,
  flag: null,
  justification: 'Low Usage',
  seatFreed: null,
  until: null,
});
const cost = (amount: number, currency = 'USD'): Savings => ({ amount, currency, source: 'estimate' });
const checked = (number: string, outcome: ReclaimResult['outcome']): ReclaimResult => ({
  number,
  accountId: `of ${number}`,
  outcome,
  seatFreed: null,
  groups: [],
  alsoLoses: [],
  savings: cost(8),
  notes: [],
});

describe('what a preview saves', () => {
  it('counts every seat at the price of its application', () => {
    const people = [row('RC1'), row('RC2', 'jira-servicedesk'), row('RC3')];
    const costOf = (roleKey: string) => cost(roleKey === 'jira-software' ? 8 : 20);
    expect(savingsOf(people, costOf)).toMatchObject({ amount: 36, currency: 'USD' });
  });

  it('says nothing where an application has no price or another currency', () => {
    const people = [row('RC1'), row('RC2', 'jira-core')];
    const mixed = (roleKey: string) => cost(8, roleKey === 'jira-core' ? 'EUR' : 'USD');
    expect(savingsOf(people, mixed)).toBeUndefined();
    expect(savingsOf(people, (roleKey) => (roleKey === 'jira-core' ? undefined : cost(8)))).toBeUndefined();
    expect(savingsOf([], mixed)).toBeUndefined();
  });

  it('leaves out whoever keeps the seat after the re-check, and nobody who was not checked', () => {
    const people = [row('RC1'), row('RC2'), row('RC3'), row('RC4')];
    const outcomes = [checked('RC1', 'would-remove'), checked('RC2', 'kept'), checked('RC3', 'would-ask')];
    const { kept, leaving } = impactOf(people, outcomes);
    expect(kept).toBe(1);
    expect(leaving.map(({ number }) => number)).toEqual(['RC1', 'RC3', 'RC4']);
  });
});
