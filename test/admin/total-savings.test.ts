import type { CandidateRow, ReclaimResult } from '../../src/shared/contract';
import { totalSavings } from '../../static/admin/src/features/removal-candidates/total-savings';

const row = (roleKey: string): CandidateRow => ({
  number: 'RC0000001',
  accountId: 'a',
  roleKey,
  state: 'Ready',
  openedAt: '2026-11-02T09:00:00.000Z',
  inactiveDays: null,
  settledAt: null,
  flag: null,
  until: null,
});
const checked = (amount: number): { data: ReclaimResult } => ({
  data: {
    number: 'RC0000001',
    accountId: 'a',
    outcome: 'would-remove',
    seatFreed: null,
    groups: [],
    alsoLoses: [],
    savings: { amount, currency: 'USD', source: 'estimate' },
    notes: [],
  },
});

describe('what a preview saves', () => {
  it('counts seats that were not checked at the price of their application', () => {
    const people = [row('jira-software'), row('jira-servicedesk'), row('jira-software')];
    expect(totalSavings(people, [checked(8), checked(20)])).toMatchObject({ amount: 36, currency: 'USD' });
  });

  it('says nothing while an application has no price yet', () => {
    expect(totalSavings([row('jira-software'), row('jira-core')], [checked(8)])).toBeUndefined();
    expect(totalSavings([], [])).toBeUndefined();
  });
});
