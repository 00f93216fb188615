import { Failure } from '../../src/ports/failures';
import { platform } from './forge-globals';
import { onSmallSite } from './jira-platform';

/** Answers about the moment: they are given one, and nothing is concluded from them. */
const html = { 'content-type': 'text/html' };
const PASSING: readonly [string, { status: number; headers?: Record<string, string>; body?: object | string }][] = [
  ['a web page', { status: 200, headers: html, body: '<!DOCTYPE html><title>Maintenance</title>' }],
  ['nothing', { status: 204, body: '' }],
  ...[408, 409, 423, 425, 500, 502, 503, 504].map((status): [string, { status: number }] => [
    String(status),
    { status },
  ]),
  ...[401, 403].map((status): [string, { status: number; body: object }] => [String(status), { status, body: {} }]),
  ['a web page instead of 403', { status: 403, headers: html, body: '<html>' }],
  ['a web page instead of 404', { status: 404, headers: html, body: '<html>' }],
];
test.each(PASSING)('%s once is asked again after a moment', async (_name, then) => {
  const { directory, faults, waited, jira } = onSmallSite();
  faults.add({ match: { path: 'applicationrole', nth: 1 }, then });
  expect(await directory.listRoles()).toHaveLength(2);
  expect(waited).toEqual([250]);
  expect(jira.traffic(0)).toHaveLength(2);
});

test.each(PASSING)('%s always is a failure after three tries at most', async (_name, then) => {
  const { directory, faults, jira } = onSmallSite();
  faults.add({ match: { path: 'applicationrole' }, then });
  await expect(directory.listRoles()).rejects.toThrow(Failure);
  expect(jira.traffic(0).length).toBeLessThanOrEqual(3);
});

test.each(PASSING.filter(([name]) => name !== 'nothing' && !/^40[13]$/.test(name)))(
  '%s to a change says nothing about the group, and the change is not sent again',
  async (_name, then) => {
    const { writer, faults, jira } = onSmallSite();
    platform.caller = 'ada';
    faults.add({ match: { method: 'DELETE', path: 'group/user' }, then });
    await expect(writer.removeMember('more', 'sue', { kind: 'caller' })).rejects.toMatchObject({
      code: 'jira-unavailable',
    });
    expect(jira.traffic(0).filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  },
);
