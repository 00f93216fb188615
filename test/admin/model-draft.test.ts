import type { SoftwareModelView } from '../../src/shared/contract';
import { draftOf, inputOf, parseAmount, problemsOf } from '../../static/admin/src/features/software-models/model-draft';

const model: SoftwareModelView = {
  roleKey: 'jira-software',
  revision: 0,
  name: 'Jira',
  givenName: null,
  roleName: 'Jira',
  isRecognized: true,
  subscriptions: 3,
  profiles: ['Jira'],
  unitCost: { amount: 8, currency: 'USD', source: 'estimate' },
  changedAt: null,
  changedBy: null,
};

test.each<[string, number | null]>([
  ['7', 7],
  ['7.5', 7.5],
  [' 7,50 ', 7.5],
  ['0', 0],
  ['', null],
  ['-1', null],
  ['1,000.50', null],
  ['1e3', null],
  ['seven', null],
  ['1234567', null],
])('%j is the amount %s', (text, amount) => expect(parseAmount(text)).toBe(amount));

test('an estimate is not taken for an entered cost', () => {
  expect(draftOf(model, 'USD')).toEqual({ name: '', amount: '', currency: 'USD' });
  expect(inputOf(draftOf(model, 'USD'), model)).toEqual({
    roleKey: 'jira-software',
    revision: 0,
    name: null,
    unitCost: null,
  });
});

test('an unrecognized identifier is named, even as Jira names it', () => {
  const unknown = { ...model, roleKey: 'x', roleName: 'X', name: 'X', isRecognized: false };
  expect(inputOf({ name: ' X ', amount: '2,5', currency: 'eur' }, unknown)).toMatchObject({
    name: 'X',
    unitCost: { amount: 2.5, currency: 'EUR' },
  });
  expect(draftOf({ ...unknown, givenName: 'X' }, 'EUR').name).toBe('X');
});

test('wrong amounts and currencies are told', () => {
  expect(problemsOf({ name: '', amount: 'x', currency: 'Euro' })).toEqual({
    amount: expect.any(String) as string,
    currency: expect.any(String) as string,
  });
  expect(problemsOf({ name: '', amount: '', currency: 'usd' })).toEqual({});
});
