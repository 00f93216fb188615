import { ADMIN, APP, person, siteOf, type CallOptions } from './fixture';

const to = (...accountIds: string[]) => ({ users: accountIds.map((accountId) => ({ accountId })) });

/** A site with short ways to send a mail and to see who got one. */
function postOffice() {
  const site = siteOf();
  const send = async (issue: string, recipients: object | undefined, as = ADMIN, rest: object = {}) =>
    (await site.call('POST', `issue/${issue}/notify`, { ...rest, to: recipients }, { as })).status;
  const reached = () => {
    const people = site.jira.mails().map((mail) => mail.to);
    site.jira.clearMails();
    return people;
  };
  return { ...site, send, reached };
}

describe('mail about an issue', () => {
  it('is kept for each person it reached, with what it says and who had it sent', async () => {
    const { call, jira } = postOffice();
    const mail = { subject: 'Your seat', textBody: 'Do you need it?', htmlBody: '<p>Do you need it?</p>' };
    await call('POST', 'issue/A-1/notify', { ...mail, to: to('sue', 'tim') }, { as: APP });
    const kept = {
      at: '2026-03-31T12:00:00.000Z',
      issue: 'A-1',
      subject: 'Your seat',
      text: 'Do you need it?',
      html: '<p>Do you need it?</p>',
      principal: 'app',
    };
    expect(jira.mails()).toEqual([
      { ...kept, to: 'sue' },
      { ...kept, to: 'tim' },
    ]);
    await call('POST', 'issue/10001/notify', { to: to('sue') }, { as: person('joe', true) });
    const bare = { subject: 'A-2', text: null, html: null, issue: 'A-2', principal: 'impersonated:joe' };
    expect(jira.mails()[2]).toMatchObject(bare);
  });

  it('goes to the reporter and the members of groups as well, once each', async () => {
    const { send, reached } = postOffice();
    expect(await send('A-1', { ...to('tim', 'sue'), reporter: true, groupIds: ['more'] })).toBe(204);
    expect(reached()).toEqual(['tim', 'sue']);
    expect(await send('A-1', { groups: [{ name: 'contractors' }] })).toBe(204);
    expect(reached().sort()).toEqual(['sue', 'tim']);
  });

  it.each([
    ['nobody', {}],
    ['no list at all', undefined],
    ['an empty list', { users: [] }],
    ['nobody who exists', to('void')],
    ['a group that does not exist', { groupIds: ['void'] }],
    ['the caller alone', to('ada')],
  ])('is refused with 400 when it is for %s', async (_whom, recipients) => {
    const { send, reached } = postOffice();
    expect(await send('A-1', recipients)).toBe(400);
    expect(reached()).toEqual([]);
  });

  it('has no reporter to go to where nobody is known to have created the issue', async () => {
    expect(await postOffice().send('B-2', { reporter: true })).toBe(400);
  });

  it('says 501 of recipients that the data does not tell', async () => {
    for (const list of ['assignee', 'watchers', 'voters'])
      expect(await postOffice().send('A-1', { [list]: true })).toBe(501);
  });

  it('leaves the caller out among others', async () => {
    const { send, reached } = postOffice();
    expect(await send('A-1', to('ada', 'sue'))).toBe(204);
    expect(reached()).toEqual(['sue']);
  });

  it('is not sent where outgoing mail is off', async () => {
    const { send, reached, switches } = postOffice();
    switches.set('outgoingMail', false);
    expect(await send('A-1', to('sue'))).toBe(403);
    expect(reached()).toEqual([]);
  });

  it('needs a caller who may see the issue', async () => {
    const { send, reached } = postOffice();
    expect(await send('B-1', to('sue'), APP)).toBe(404);
    expect(await send('Z-1', to('sue'))).toBe(404);
    expect(await send('A-1', to('sue'), person('nil'))).toBe(404);
    expect(reached()).toEqual([]);
    expect(await send('B-1', to('sue'))).toBe(204);
  });

  it('reaches nobody who is deactivated, is an app or a customer, or uses no Jira', async () => {
    const { send, reached } = postOffice();
    expect(await send('A-1', to('old', 'bot', 'cus', 'nil'))).toBe(204);
    expect(reached()).toEqual([]);
  });

  it.each([
    ['dropped', ['ida']],
    ['sent', ['sue', 'ida']],
  ] as const)('about what its recipient may not see is %s, as the switch says', async (value, expected) => {
    const { send, reached, switches } = postOffice();
    switches.set('restrictedIssues', 'hidden-from-others');
    switches.set('mailToWhoCannotSeeIssue', value);
    expect(await send('B-1', to('sue', 'ida'))).toBe(204); // ida created it
    expect(reached()).toEqual(expected);
  });

  it('is limited per issue where it counts as a write to it', async () => {
    const { send, call, clock, switches } = postOffice();
    const refused = () => call('POST', 'issue/A-1/notify', { to: to('sue') });
    for (let mail = 0; mail < 20; mail += 1) expect(await send('A-1', to('sue'))).toBe(204);
    expect((await refused()).headers).toMatchObject({
      'Retry-After': '2',
      'RateLimit-Reason': 'jira-per-issue-on-write',
    });
    expect(await send('A-2', to('sue'))).toBe(204);
    for (let burst = 0; burst < 4; burst += 1) {
      clock.advanceTo(clock.now() + 2_000);
      for (let mail = 0; mail < 20; mail += 1) expect(await send('A-1', to('sue'))).toBe(204);
    }
    clock.advanceTo(clock.now() + 2_000);
    expect((await refused()).headers).toMatchObject({ 'Retry-After': '20' }); // a hundred in the last 10 seconds
    switches.set('mailIsIssueWrite', false);
    expect(await send('A-1', to('sue'))).toBe(204);
  });

  it('needs one granular scope', async () => {
    const { call } = postOffice();
    const options = (...scopes: string[]): CallOptions => ({ as: APP, channel: 'function', scopes });
    const status = async (...scopes: string[]) =>
      (await call('POST', 'issue/A-1/notify', { to: to('sue') }, options(...scopes))).status;
    expect(await status('send:notification:jira')).toBe(204);
    expect(await status('read:jira-work')).toBe(401);
  });

  it('outlives a restart', async () => {
    const { jira, send } = postOffice();
    await send('A-1', to('sue'));
    const other = siteOf().jira;
    other.restore(jira.snapshot());
    expect(other.mails()).toEqual(jira.mails());
    jira.clearMails();
    expect([jira.mails().length, other.mails().length]).toEqual([0, 1]);
  });
});
