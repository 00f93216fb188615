import type { CandidateRow, ReclamationRuleView } from '../../src/shared/contract';
import { beyondOne } from '../../static/admin/src/features/removal-candidates/approval';
import { draftOf, isChanged, problemsOf, settingsOf } from '../../static/admin/src/features/rules/rule-draft';

const people = (software: number, desk: number) =>
  [...Array<string>(software).fill('jira-software'), ...Array<string>(desk).fill('jira-servicedesk')].map(
    (roleKey) => ({ roleKey }) as CandidateRow,
  );

it.each([
  [people(3, 0), [], []],
  [people(3, 9), [{ roleKey: 'jira-software', seats: 3 }], []],
  [people(4, 0), [{ roleKey: 'jira-software', seats: 3 }], [4]],
  [people(1, 0), [{ roleKey: 'jira-software', seats: 0 }], [1]],
  [people(0, 1), [{ roleKey: 'jira-software', seats: 0 }], []],
])('tells when a batch takes a second person (%#)', (batch, seatsAlone, expected) => {
  expect(beyondOne(batch, { seatsAlone }).map(({ wanted }) => wanted)).toEqual(expected);
});

describe('the limit of one person on the form of a rule', () => {
  const rule = {
    name: 'Rule',
    lastActivityThresholdDays: 60,
    newAccountGraceDays: 30,
    maxSeatsPerRun: 500,
    maxPercentPerRun: 25,
    daysBeforeAutoReclamation: 14,
    secondPersonAbove: null,
    freeze: null,
  } as ReclamationRuleView;
  const typed = (secondPersonAbove: string) => ({ ...draftOf(rule), secondPersonAbove });

  it.each([
    ['', null],
    [' ', null],
    ['0', 0],
    ['25', 25],
  ])('is read from “%s”', (text, expected) => {
    expect(settingsOf(typed(text))?.secondPersonAbove).toBe(expected);
  });

  it.each(['-1', 'ten', '2.5', '100001'])('is no %s', (text) => {
    expect(problemsOf(typed(text)).secondPersonAbove).toMatch(/from 0 to 100000/);
    expect(settingsOf(typed(text))).toBeUndefined();
  });

  it('is a change', () => {
    expect(isChanged(typed(''), rule)).toBe(false);
    expect(isChanged(typed('5'), rule)).toBe(true);
  });
});
