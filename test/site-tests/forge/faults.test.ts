import { FaultRule } from '../../site/core/fault-rule';
import { Faults, type Door } from '../../site/core/faults';

const faultsOf = (...rules: unknown[]) => {
  const faults = new Faults();
  for (const rule of rules) faults.add(FaultRule.parse(rule));
  return faults;
};
const jira = (path: string): Door => ({ door: 'jira', method: 'GET', path, principal: 'app' });

test('duplicate stands for itself, beside match or in then', () => {
  const push: Door = { door: 'queue', operation: 'push' };
  expect(faultsOf({ match: { queue: 'push' }, duplicate: true }).take(push)).toMatchObject({ duplicate: true });
  const inside = faultsOf({ match: { queue: 'push' }, then: { duplicate: true } });
  expect(inside.take(push)).toMatchObject({ duplicate: true });
});

test.each([
  ['/rest/api/3/group/member?groupId=g', true], // as it stands: ? and . mean themselves, too
  ['group/(member|user)', true],
  ['^/rest/api/3/group/member(\\?|$)', true],
  ['^/group', false],
  ['/group/member?groupId=h', false],
])('path %s meets a call: %s', (path, meets) => {
  const faults = faultsOf({ match: { path }, then: { status: 503 } });
  expect(faults.take(jira('/rest/api/3/group/member?groupId=g&startAt=0')) !== undefined).toBe(meets);
});

test.each([
  ['match.key', { match: { key: 'x' }, then: { status: 500 } }],
  ['match.path', { match: { path: '(' }, then: { status: 500 } }],
  ['then.status', { match: { path: '/' }, then: { status: 99 } }],
  ['then.status', { match: { path: '/' }, then: { status: 1000 } }],
  ['then.headers', { match: { path: '/' }, then: { headers: { 'no name': 'x' } } }],
  ['then.headers', { match: { path: '/' }, then: { headers: { name: 'two\nlines' } } }],
  ['then.status', { match: { queue: 'deliver' }, then: { status: 500 } }],
  ['then.body', { match: { function: 'resolver' }, then: { body: 'x' } }],
  ['duplicate', { match: { kvs: 'set' }, duplicate: true }],
  ['then', { match: { path: '/' } }],
])('a rule that could not do what it says is refused: %s of %j', (field, rule) => {
  expect(FaultRule.safeParse(rule).error?.issues.map(({ path }) => path.join('.'))).toContain(field);
});
