import { decisionFile } from '../../static/admin/src/components/export/decision-file';
import type { DecisionCard } from '../../src/shared/contract';

const card: DecisionCard = {
  accountId: 'acc-1',
  roleKey: 'jira-software',
  decision: 'candidate',
  program: 'none',
  because: 'Proposed for removal. Last activity 90 days ago, on 2026-08-25.',
  facts: [
    {
      name: 'Activity',
      text: 'Last activity 90 days ago, on 2026-08-25.',
      speaks: 'for',
      link: { kind: 'work-item', key: 'ABC-1' },
    },
    { name: 'Last administration', text: 'On 2026-01-01.', speaks: 'neither', link: { kind: 'audit-log' } },
    { name: 'Exclusions', text: 'None.', speaks: 'against' },
  ],
  confidence: { level: 'medium', doubts: ['Views are not counted: whoever only reads looks silent.'] },
  evaluatedAt: '2026-11-23T09:30:00.000Z',
  groups: [
    { id: 'g-1', name: 'jira-users', removable: true, note: null, alsoGives: ['jira-servicedesk'] },
    { id: 'g-2', name: 'all-staff', removable: false, note: 'Not in the selection.', alsoGives: [] },
  ],
  proposal: null,
  activity: {
    accountId: 'acc-1',
    events: [
      {
        at: '2026-08-25T10:00:00.000Z',
        precision: 'exact',
        activityClass: 'contribution',
        what: 'Commented',
        issueKey: 'ABC-1',
      },
      {
        at: '2026-08-20T10:00:00.000Z',
        precision: 'day',
        activityClass: 'administration',
        what: 'Administered Jira',
        issueKey: null,
      },
    ],
    contributionsFrom: '2026-08-01T00:00:00.000Z',
    viewsFrom: null,
    gaps: ['Some product events of 2026-10-01 were lost.'],
  },
};
const names = {
  person: (id: string) => ({ 'acc-1': 'Anna', 'acc-2': 'Ben' })[id],
  app: (key: string) => ({ 'jira-software': 'Jira' })[key],
};

test('says everything that the card shows', () => {
  expect(decisionFile(card, names)).toBe(`Decision about one Jira seat

Person: Anna (acc-1)
Application: Jira (jira-software)
Evaluated at: 2026-11-23T09:30:00.000Z

Decision: candidate
Proposed for removal. Last activity 90 days ago, on 2026-08-25.

Confidence: medium
- Views are not counted: whoever only reads looks silent.

What was looked at:
- Activity (for taking back): Last activity 90 days ago, on 2026-08-25. See /browse/ABC-1 in Jira.
- Last administration (neither): On 2026-01-01. See /auditing/view in Jira.
- Exclusions (keeps the seat): None.

Groups that give the seat:
- jira-users (g-1): can be taken away here. Also gives jira-servicedesk.
- all-staff (g-2): Not in the selection.

Activity that is known, newest first:
- 2026-08-25T10:00:00.000Z Commented ABC-1
- 2026-08-20T10:00:00.000Z Administered Jira
- Contributions are known from: 2026-08-01T00:00:00.000Z
- Views are known from: not known
- Some product events of 2026-10-01 were lost.
`);
});

test('names who proposed the seat, and leaves out what there is not', () => {
  const proposal = {
    number: 'RC0000001',
    by: 'acc-2',
    at: '2026-11-01T00:00:00.000Z',
    justification: 'Unallocated',
    note: 'Left',
  };
  const text = decisionFile({ ...card, confidence: null, proposal }, names);
  expect(text).toContain('Proposed by Ben (acc-2) at 2026-11-01T00:00:00.000Z as Unallocated, RC0000001: Left\n');
  expect(text).not.toContain('Confidence');
  const unknown = decisionFile(
    { ...card, proposal: { ...proposal, by: null, note: null } },
    { person: () => undefined, app: () => undefined },
  );
  expect(unknown).toContain('Person: acc-1\n');
  expect(unknown).toContain('Proposed by somebody unknown at 2026-11-01T00:00:00.000Z as Unallocated, RC0000001\n');
});
