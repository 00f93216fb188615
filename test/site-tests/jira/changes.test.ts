/* eslint @typescript-eslint/no-unsafe-assignment: "off", @typescript-eslint/no-unsafe-call: "off", @typescript-eslint/no-unsafe-member-access: "off", @typescript-eslint/no-unsafe-return: "off" -- answers have every shape, and the assertions check it */
import { RecordError } from '../../site/core/parts';
import { APP_ACCOUNT_ID } from '../../site/jira';
import { siteOf } from './fixture';

const AT = '2026-03-31T12:00:00.000Z';

describe('changes', () => {
  it('of an issue bump it, are found, and tell apps what happened', async () => {
    const { jira, call } = siteOf();
    const comment = { id: '50', author: 'sue', created: AT, updated: AT };
    const events = jira.change('issue', { key: 'A-2', comments: [comment] });
    expect(events).toEqual([
      {
        eventType: 'avi:jira:commented:issue',
        at: Date.parse(AT),
        selfGenerated: false,
        payload: expect.objectContaining({
          eventType: 'avi:jira:commented:issue',
          atlassianId: 'sue',
          timestamp: String(Date.parse(AT)),
          selfGenerated: false,
        }),
      },
    ]);
    const { fields } = (await call('GET', 'issue/A-2?fields=updated,comment')).body;
    expect(fields.updated).toBe('2026-03-31T14:00:00.000+0200');
    expect(fields.comment.comments.map(({ id }: { id: string }) => id)).toEqual(['2', '50']); // merged, not replaced
    expect((await call('POST', 'search/jql', { jql: 'issuekey in updatedBy(sue, "-1d")' })).body.issues).toEqual([
      { id: '10001' },
    ]);
    expect(jira.counts()).toEqual({ users: 10, groups: 7, issues: 4, audit: 2 });
  });

  it('of an issue name every kind of event, oldest first', () => {
    const { jira } = siteOf();
    const at = (minute: number) => `2026-03-31T11:${minute}:00Z`;
    const events = jira.change('issue', {
      key: 'C-1',
      project: 'C',
      created: at(10),
      creator: 'tim',
      comments: [{ id: '60', author: 'sue', created: at(11), updated: at(20), updateAuthor: 'joe' }],
      histories: [{ id: '61', author: null, created: at(12) }],
      worklogs: [{ id: '62', author: 'ida', created: at(13), started: at(10), updated: at(13) }],
    });
    expect(events.map(({ eventType, payload }) => [eventType, payload['atlassianId']])).toEqual([
      ['avi:jira:created:issue', 'tim'],
      ['avi:jira:updated:issue', undefined],
      ['avi:jira:created:worklog', undefined],
      ['avi:jira:commented:issue', 'joe'],
    ]);
    const worklog = { author: { accountId: 'ida' }, updateAuthor: { accountId: 'ida' } };
    expect(events[2]?.payload).toMatchObject({ worklog });
    expect(jira.counts().issues).toBe(5);
  });

  it('show in searches after a while where the site is slow', async () => {
    const { jira, call, switches, clock } = siteOf();
    switches.set('searchDelay', 10);
    clock.advanceTo(clock.now() + 60_000);
    const created = new Date(clock.now()).toISOString();
    jira.change('issue', {
      key: 'C-1',
      project: 'C',
      created,
      creator: 'tim',
      comments: [],
      histories: [],
      worklogs: [],
    });
    jira.change('issue', { key: 'A-1', comments: [{ id: '70', author: 'ida', created, updated: created }] });
    const found = async (jql: string) =>
      (await call('POST', 'search/jql', { jql, fields: ['key'] })).body.issues?.length;
    expect([
      await found('creator = tim'),
      await found('issuekey in updatedBy(ida, "-2d")'),
      await found('key = A-1'),
    ]).toEqual([1, 0, 1]);
    expect((await call('GET', 'issue/C-1?fields=created')).status).toBe(200); // reading it is not searching it
    clock.advanceTo(clock.now() + 10_000);
    expect([
      await found('creator = tim'),
      await found('issuekey in updatedBy(ida, "-2d")'),
      await found('key = A-1'),
    ]).toEqual([2, 1, 1]);
  });

  it('of people: they join, leave, are deactivated', async () => {
    const { jira, call } = siteOf();
    const [event] = jira.change('user', { accountId: 'tim', active: false });
    expect(event).toMatchObject({
      eventType: 'avi:jira:updated:user',
      payload: { user: { accountId: 'tim', active: false } },
    });
    expect((await call('GET', 'applicationrole/jira-software')).body.userCount).toBe(5);
    jira.change('user', { accountId: 'sue', groups: [] });
    expect((await call('GET', 'applicationrole/jira-software')).body.userCount).toBe(4);
    expect((await call('GET', 'auditing/record')).body.total).toBe(4);
    const fresh = {
      accountId: 'new',
      displayName: 'New',
      email: null,
      accountType: 'atlassian',
      active: true,
      created: AT,
      groups: ['users'],
    };
    expect(jira.change('user', fresh)[0]?.eventType).toBe('avi:jira:created:user');
    expect((await call('GET', 'applicationrole/jira-software')).body.userCount).toBe(5);
    jira.change('issue', { key: 'A-1', histories: [{ id: '80', author: 'new', created: AT }] });
    expect((await call('POST', 'search/jql', { jql: 'issuekey in updatedBy(new)' })).body.issues).toHaveLength(1);
  });

  it('of groups', async () => {
    const { jira, call } = siteOf();
    expect(jira.change('group', { id: 'users', managed: 'idp' })).toEqual([]);
    expect((await call('DELETE', 'group/user?groupId=users&accountId=sue')).status).toBe(400);
    jira.change('group', { id: 'g9', name: 'nine', managed: 'local', access: 'none' });
    expect((await call('GET', 'group/bulk?groupId=g9')).body.total).toBe(1);
  });

  it.each([
    ['issue', { key: 'A-1', colour: 'red' }, 'issue field colour: unknown field'],
    [
      'issue',
      { key: 'A-1', comments: [{ id: '9', author: 'void', created: AT, updated: AT }] },
      'issue field comments[0].author: there is no user void',
    ],
    [
      'issue',
      { key: 'A-1', comments: [{ id: '2', author: 'sue', created: AT, updated: AT }] }, // A-2 has it
      'issue field comments[0].id: 2 is used twice',
    ],
    [
      'issue',
      { key: 'A-1', histories: [AT, AT].map((created) => ({ id: 'new', author: 'sue', created })) },
      'issue field histories[1].id: new is used twice',
    ],
    ['issue', { key: 'C-1' }, 'issue field project'],
    ['user', { accountId: 'sue', groups: ['void'] }, 'user field groups: there is no group void'],
    ['user', { accountId: APP_ACCOUNT_ID, active: false }, "the app's own user cannot be changed"],
    ['group', { id: 'users', name: 'readers' }, 'group field name: readers is used twice'],
    ['group', 'users', 'group record must be an object'],
  ] as const)('of %s %j are refused', (kind, record, message) => {
    const { jira } = siteOf();
    expect(() => jira.change(kind, record)).toThrow(RecordError);
    expect(() => jira.change(kind, record)).toThrow(message);
  });
});

describe('events', () => {
  it('are made on request', () => {
    const { jira, clock } = siteOf();
    const event = jira.event({ eventType: 'avi:jira:viewed:issue', by: 'nil', issue: 'A-1' });
    expect(event).toMatchObject({ eventType: 'avi:jira:viewed:issue', at: clock.now(), selfGenerated: false });
    expect(event.payload).toMatchObject({
      atlassianId: 'nil',
      timestamp: String(clock.now()),
      issue: { key: 'A-1' },
      user: { accountId: 'nil' },
    });
    expect(jira.event({ eventType: 'avi:jira:updated:issue', by: APP_ACCOUNT_ID, issue: 'A-1' }).selfGenerated).toBe(
      true,
    );
    expect(() => jira.event({ eventType: 'avi:jira:flown:issue', by: 'nil' })).toThrow(RecordError);
    expect(() => jira.event({ eventType: 'avi:jira:viewed:issue', by: 'void', issue: 'A-1' })).toThrow('no user void');
    expect(() => jira.event({ eventType: 'avi:jira:viewed:issue', by: 'nil', issue: 'Z-1' })).toThrow('no issue Z-1');
  });

  it.each([
    ['avi:jira:deleted:user', { user: { accountId: 'nil' } }],
    ['avi:jira:mentioned:issue', { issue: { key: 'A-1' }, mentionedAccountIds: ['nil'] }],
    ['avi:jira:mentioned:comment', { issue: { key: 'A-1' }, mentionedAccountIds: ['nil'] }],
    ['avi:jira:updated:component', { component: { id: '10000' } }],
    ['avi:jira:created:project', { project: { id: '10000' } }],
    ['avi:jira:closed:sprint', { sprint: { id: '10000' } }],
    ['avi:jira-software:started:sprint', { sprint: { id: '10000' } }],
    ['avi:jira:created:board', { board: { id: '10000' } }],
  ])('%s is one of Jira’s', (eventType, details) => {
    const { payload } = siteOf().jira.event({ eventType, by: 'nil', issue: 'A-1' });
    expect(payload).toMatchObject({ eventType, ...details });
    expect(payload['atlassianId']).toBe(/project|user$/.test(eventType) ? undefined : 'nil');
  });

  it.each<[string, object]>([
    ['avi:jira:deleted:worklog', { worklog: { author: { accountId: 'nil' }, updateAuthor: { accountId: 'nil' } } }],
    ['avi:jira:created:attachment', { attachment: { author: { accountId: 'nil' } } }],
    ['avi:jira:created:issuelink', { sourceIssueId: '10000', destinationIssueId: '10000' }],
  ])('%s names nobody as its actor', (eventType, details) => {
    const { payload } = siteOf().jira.event({ eventType, by: 'nil', issue: 'A-1' });
    expect(payload).toMatchObject(details);
    expect(payload).not.toHaveProperty('atlassianId');
  });

  it('come from views when time passes them, each once', () => {
    const { jira } = siteOf();
    const view = Date.parse('2026-04-02T10:00:00Z');
    expect(jira.viewsBetween(0, view - 1)).toEqual([]);
    expect(jira.viewsBetween(view - 1, view)).toHaveLength(1);
    expect(jira.viewsBetween(view, view + 1)).toEqual([]);
  });
});

describe('a snapshot', () => {
  it('brings another site of the same data to the same state', async () => {
    const one = siteOf();
    one.jira.change('user', {
      accountId: 'new',
      displayName: 'New',
      email: null,
      accountType: 'atlassian',
      active: true,
      created: AT,
      groups: ['agents'],
    });
    one.jira.change('user', { accountId: 'tim', active: false });
    one.jira.change('issue', { key: 'A-1', comments: [{ id: '90', author: 'new', created: AT, updated: AT }] });
    one.jira.change('group', { id: 'g9', name: 'nine', managed: 'local', access: 'none' });
    await one.call('DELETE', 'group/user?groupId=users&accountId=sue');
    await one.call('GET', 'group/bulk', undefined, { channel: 'function' });
    const two = siteOf();
    two.jira.restore(JSON.parse(JSON.stringify(one.jira.snapshot())));
    expect(two.jira.snapshot()).toEqual(one.jira.snapshot());
    expect(two.jira.counts()).toEqual(one.jira.counts());
    for (const path of [
      'applicationrole',
      'users/search',
      'auditing/record',
      'user/groups?accountId=sue',
      'issue/A-1/comment',
      'group/bulk',
    ])
      expect((await two.call('GET', path)).body).toEqual((await one.call('GET', path)).body);
  });

  it('leaves the data it started from alone', async () => {
    const one = siteOf();
    one.jira.change('issue', { key: 'A-1', security: true });
    one.jira.change('issue', { key: 'D-1', project: 'D', created: AT, creator: null });
    await one.call('DELETE', 'group/user?groupId=users&accountId=sue');
    const two = siteOf(one.data);
    expect(two.jira.counts()).toEqual({ users: 10, groups: 7, issues: 4, audit: 2 });
    expect((await two.call('GET', 'user/groups?accountId=sue')).body).toHaveLength(2);
    expect((await two.call('GET', 'project/search')).body.total).toBe(2);
  });

  it('knows who can sign in', () => {
    const { jira } = siteOf();
    expect(jira.people(4).map(({ accountId, access }) => [accountId, access])).toEqual([
      ['ada', 'site-admin'],
      ['abe', 'site-admin'],
      ['joe', 'admin'],
      ['sue', 'user'],
    ]);
    expect(jira.siteAdministrators()).toEqual(['ada', 'abe']);
    expect([jira.accountOf('SUE@small.example'), jira.accountOf('tim'), jira.accountOf('void')]).toEqual([
      'sue',
      'tim',
      undefined,
    ]);
  });
});
