/* eslint @typescript-eslint/no-unsafe-return: "off", @typescript-eslint/no-unsafe-member-access: "off" -- answers have every shape, and the assertions check it */
import type { Principal } from '../../site/core/exchange';
import { ADMIN, APP, person, siteOf } from './fixture';

/** the hidden B-1, B-2, and one that does not exist. */
const ISSUES = [10_000, 10_001, 10_002, 10_003, 77];

function checker() {
  const site = siteOf();
  const ask = (projectPermissions: unknown, accountId?: string, as: Principal = ADMIN) =>
    site.call('POST', 'permissions/check', { accountId, projectPermissions }, { as });
  const seen = async (accountId: string, as: Principal = ADMIN): Promise<number[]> =>
    (await ask([{ permissions: ['BROWSE_PROJECTS'], issues: ISSUES }], accountId, as)).body.projectPermissions[0]
      .issues;
  return { ...site, ask, seen };
}

describe('permissions in projects and issues', () => {
  it('name what somebody may see, whoever asks of those who may ask', async () => {
    const { seen } = checker();
    for (const as of [ADMIN, person('joe'), person('ada', true), APP])
      expect(await seen('sue', as)).toEqual([10_000, 10_001, 10_002, 10_003]);
  });

  it('name nothing for people without a seat, the deactivated among them', async () => {
    const { jira, seen } = checker();
    expect(await seen('nil')).toEqual([]);
    expect(await seen('cus')).toEqual([]);
    jira.change('user', { accountId: 'sue', groups: ['readers'] });
    expect(await seen('sue')).toEqual([]);
    expect(await seen('old')).toEqual([]);
  });

  it('leave out issues with a security level: for the app always, for others as the switch says', async () => {
    const { ask, seen, switches } = checker();
    const own = async () => (await ask([{ permissions: ['BROWSE_PROJECTS'], issues: ISSUES }], undefined, APP)).body;
    expect((await own()).projectPermissions[0].issues).toEqual([10_000, 10_001, 10_003]);
    switches.set('restrictedIssues', 'hidden-from-others');
    expect(await seen('sue')).toEqual([10_000, 10_001, 10_003]);
    expect(await seen('ida')).toContain(10_002); // who created it
    expect(await seen('joe')).toContain(10_002); // a Jira administrator
  });

  it('are answered permission by permission, projects beside issues', async () => {
    const { ask } = checker();
    const asked = { permissions: ['BROWSE_PROJECTS', ''], projects: [10_000, 10_009, null], issues: [10_000, 10_000] };
    expect((await ask([asked, null], 'sue')).body).toEqual({
      globalPermissions: [],
      projectPermissions: [{ permission: 'BROWSE_PROJECTS', issues: [10_000], projects: [10_000] }],
    });
  });

  it('are one’s own to ask, and an administrator’s for others', async () => {
    const { ask, switches } = checker();
    const one = [{ permissions: ['BROWSE_PROJECTS'], issues: [10_000] }];
    expect((await ask(one, undefined, person('sue'))).body.projectPermissions[0].issues).toEqual([10_000]);
    expect((await ask(one, 'tim', person('sue'))).status).toBe(403);
    switches.set('appIsJiraAdmin', false);
    expect((await ask(one, 'tim', APP)).status).toBe(403);
  });

  it.each([
    ['no permission', [{ permissions: [], issues: [10_000] }]],
    ['only empty names', [{ permissions: [''], issues: [10_000] }]],
    ['an unknown permission', [{ permissions: ['FLY'] }]],
    ['a global permission', [{ permissions: ['ADMINISTER'] }]],
    ['too many issues', [{ permissions: ['BROWSE_PROJECTS'], issues: Array.from({ length: 1001 }, (_, id) => id) }]],
  ])('are refused with 400 when the question has %s', async (_what, question) => {
    expect((await checker().ask(question, 'sue')).status).toBe(400);
  });

  it('refuse a permission of projects among the global ones', async () => {
    const { call } = checker();
    expect((await call('POST', 'permissions/check', { globalPermissions: ['BROWSE_PROJECTS'] })).status).toBe(400);
  });
});
