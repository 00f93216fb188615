import {
  currencyOf,
  isRecognized,
  labeled,
  monthlyCost,
  unitCostOf,
  type SoftwareModel,
} from '../../src/domain/software-model';

const model = (id: string, change: Partial<SoftwareModel> = {}): SoftwareModel => {
  return { id, revision: 1, name: null, unitCost: null, changedAt: 0, changedBy: 'u-9', ...change };
};
const costing = (id: string, amount: number, currency = 'USD') => model(id, { unitCost: { amount, currency } });

describe('a seat costs', () => {
  test.each<[string, SoftwareModel[], object]>([
    ['the estimate', [], { amount: 8, currency: 'USD', source: 'estimate' }],
    ['what was entered', [costing('jira-software', 6.5)], { amount: 6.5, currency: 'USD', source: 'entered' }],
    [
      'what was entered, even nothing',
      [costing('jira-software', 0)],
      { amount: 0, currency: 'USD', source: 'entered' },
    ],
    ['the estimate beside others', [costing('jira-core', 1)], { amount: 8, currency: 'USD', source: 'estimate' }],
    [
      'nothing known in another currency',
      [costing('jira-core', 1, 'EUR')],
      { amount: 0, currency: 'EUR', source: 'estimate' },
    ],
    [
      'the estimate when only a name was given',
      [model('jira-software', { name: 'Jira' })],
      { amount: 8, currency: 'USD', source: 'estimate' },
    ],
  ])('%s', (_name, models, cost) => expect(unitCostOf('jira-software', models)).toEqual(cost));
});

describe('a sum', () => {
  const seats = [
    { roleKey: 'jira-software', seats: 3 },
    { roleKey: 'jira-core', seats: 2 },
  ];

  test.each<[string, SoftwareModel[], object]>([
    ['of estimates', [], { amount: 34, currency: 'USD', source: 'estimate' }],
    [
      'with one entered cost is still an estimate',
      [costing('jira-software', 7)],
      { amount: 31, currency: 'USD', source: 'estimate' },
    ],
    [
      'of entered costs is exact',
      [costing('jira-software', 7.1, 'EUR'), costing('jira-core', 0.2, 'EUR')],
      { amount: 21.7, currency: 'EUR', source: 'entered' },
    ],
  ])('%s', (_name, models, sum) => expect(monthlyCost(seats, models)).toEqual(sum));

  test('is exact when only entered costs count', () => {
    const models = [costing('jira-software', 7)];
    const none = seats.map((each) => ({ ...each, seats: each.roleKey === 'jira-core' ? 0 : 1 }));
    expect(monthlyCost(none, models).source).toBe('entered');
    expect(monthlyCost([], models)).toEqual({ amount: 0, currency: 'USD', source: 'estimate' });
  });

  test('is in the one entered currency', () => {
    expect(currencyOf([model('a'), costing('b', 1, 'CHF')])).toBe('CHF');
    expect(currencyOf([])).toBe('USD');
  });
});

test.each<[string, string, SoftwareModel[], boolean]>([
  ['a Jira application', 'jira-software', [], true],
  ['another key', 'jira-customer-service', [], false],
  ['one that was named', 'jira-customer-service', [model('jira-customer-service', { name: 'CSM' })], true],
  ['one of which only the cost is known', 'x', [costing('x', 1)], false],
])('%s is recognized or not', (_name, key, models, expected) => expect(isRecognized(key, models)).toBe(expected));

test('an application is labeled as its model says, else as Jira names it', () => {
  const role = { key: 'x', name: 'X of Jira', groupIds: ['g'] };
  expect(labeled(role, [])).toEqual(role);
  expect(labeled(role, [model('x', { name: 'Ours' })])).toEqual({ ...role, name: 'Ours' });
});
