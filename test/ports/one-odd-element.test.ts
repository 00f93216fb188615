import type { ActivityFact } from '../../src/domain/activity';
import { keptMembers } from '../../src/domain/unread-member';
import { oddVersions } from './odd-elements';
import { onSmallSite, type SmallSite } from './jira-platform';

/** Whatever one element of a list is instead of itself: the others are read, and what it may hide is told. */
const FROM = Date.parse('2026-01-01T00:00:00Z');
const TO = Date.parse('2026-04-01T00:00:00Z');

interface Reading {
  readonly facts: readonly ActivityFact[];
  /** Something is told as not understood, or read again from elsewhere. */
  readonly told: boolean;
}

interface List {
  readonly path: string;
  readonly key: string;
  read(site: SmallSite): Promise<Reading>;
}

const factPage = (page: { facts: readonly ActivityFact[]; unread: number }): Reading => ({
  facts: page.facts,
  told: page.unread > 0,
});

const LISTS: Record<string, List> = {
  'work items': {
    path: 'search/jql',
    key: 'issues',
    read: async ({ activity }) => {
      const page = await activity.readIssues(FROM, null);
      return { facts: page.facts, told: page.unread.length + page.truncated.length > 0 };
    },
  },
  'touched work items': {
    path: 'search/jql',
    key: 'issues',
    read: async ({ activity }) => {
      const answer = await activity.findTouched([{ accountId: 'sue', fromDay: 20_000, beforeDay: null }], 50);
      const issues = answer.kind === 'found' ? answer.issues : [];
      return {
        facts: issues.flatMap(({ facts }) => facts),
        told: issues.some(({ missing }) => missing.comments + missing.changes > 0),
      };
    },
  },
  comments: {
    path: '/issue/A-1/comment',
    key: 'comments',
    read: async ({ activity }) => factPage(await activity.readComments('A-1', 0)),
  },
  changes: {
    path: '/issue/A-1/changelog',
    key: 'values',
    read: async ({ activity }) => factPage(await activity.readChanges('A-1', 0)),
  },
  worklogs: {
    path: 'worklog/list',
    key: '',
    read: async ({ activity }) => factPage(await activity.readWorklogs(FROM)),
  },
  'audit records': {
    path: 'auditing/record',
    key: 'records',
    read: async ({ activity }) => factPage(await activity.readAudit(FROM, TO)),
  },
};

/** The answer that Jira gives, to be changed. */
async function answerTo(list: List): Promise<{ elements: unknown[]; answer: unknown; reading: Reading }> {
  const site = onSmallSite();
  const reading = await list.read(site);
  const exchange = site.jira.traffic(0).find(({ url }) => url.includes(list.path));
  const answer = structuredClone(exchange?.responseBody ?? null) as Record<string, unknown[]>;
  return { answer, elements: (list.key ? answer[list.key] : (answer as unknown)) as unknown[], reading };
}

/** Whom an element names is not known when that is missing; nobody at all is something that Jira says. */
const SAYS_NOBODY =
  /(author|updateAuthor|creator)(\.accountId)? is (null|missing)|(author|updateAuthor|creator) is an empty object|(authorAccountId) is (null|missing)/;
/** These say another person, or another moment, in the form that is documented. */
const SAYS_ANOTHER =
  /(accountId|authorAccountId|accountType|key|id|created|updated|updatedTime) is (a text|a number|a huge number|a huge text)|updateAuthor|updated is|category/;

describe.each(Object.entries(LISTS))('one odd element among %s', (_name, list) => {
  test('hides nobody without being told, and leaves the others readable', async () => {
    const { answer, elements, reading } = await answerTo(list);
    expect(elements.length).toBeGreaterThan(0);
    const others = new Set(elements.slice(1).map((element) => JSON.stringify(element)));
    expect(others.size).toBe(elements.length - 1);
    for (const [name, odd] of oddVersions(elements[0])) {
      const changed = [odd, ...elements.slice(1)];
      const site = onSmallSite();
      const body = list.key ? { ...(answer as object), [list.key]: changed } : changed;
      site.faults.add({ match: { path: list.path }, then: { status: 200, body } });
      const now = await list.read(site);
      const found = new Set(now.facts.map(keyOf));
      const lost = reading.facts.filter((fact) => !found.has(keyOf(fact)));
      const isLost = lost.length > 0 && !now.told && !SAYS_NOBODY.test(name) && !SAYS_ANOTHER.test(name);
      expect([name, isLost ? lost : []]).toEqual([name, []]);
    }
  });
});

const keyOf = ({ accountId, at, kind }: ActivityFact): string => `${accountId} ${kind} ${at}`;

describe('one odd member', () => {
  test('counts in the size of the group, and keeps whoever it may be', async () => {
    const { directory, jira } = onSmallSite();
    const page = await directory.readMembers('users', 0);
    const answer = structuredClone(jira.traffic(0)[0]?.responseBody ?? null) as { values: { accountId: string }[] };
    const [first, ...rest] = answer.values;
    const before = page.members.map(({ accountId }) => accountId);
    for (const [name, odd] of oddVersions(first)) {
      const site = onSmallSite();
      site.faults.add({
        match: { path: 'group/member' },
        then: { status: 200, body: { ...answer, values: [odd, ...rest] } },
      });
      const { members } = await site.directory.readMembers('users', 0);
      const ids = members.map(({ accountId }) => accountId);
      expect([name, new Set(ids).size]).toEqual([name, before.length]);
      const { kept } = keptMembers(ids, before, new Set(ids));
      const isAnother =
        /accountId is a (text|huge text)|accountType is|active is/.test(name) && !name.includes('unknown');
      if (!isAnother)
        expect([name, [...ids, ...kept]]).toEqual([name, expect.arrayContaining(rest.map((each) => each.accountId))]);
      if (!ids.includes(first?.accountId ?? '') && name !== 'accountId is a huge text')
        expect([name, kept]).toEqual([name, [first?.accountId]]);
    }
  });

  test('that Jira calls unknown is not taken for another one', async () => {
    const { directory, faults } = onSmallSite();
    const unknown = { accountId: 'unknown', accountType: 'unknown', active: true };
    const body = { values: [unknown, unknown], total: 2, isLast: true };
    faults.add({ match: { path: 'group/member' }, then: { status: 200, body } });
    const { members } = await directory.readMembers('users', 0);
    expect(new Set(members.map(({ accountId }) => accountId)).size).toBe(2);
    expect(members.every(({ active }) => !active)).toBe(true);
  });
});

describe('one odd application', () => {
  test('leaves the others readable, and is partial where its groups are not known', async () => {
    const { directory, jira } = onSmallSite();
    const [first, ...rest] = await directory.listRoles();
    const answer = structuredClone(jira.traffic(0)[0]?.responseBody ?? null) as unknown[];
    for (const [name, odd] of oddVersions(answer[0])) {
      const site = onSmallSite();
      site.faults.add({ match: { path: 'applicationrole' }, then: { status: 200, body: [odd, ...answer.slice(1)] } });
      const roles = await site.directory.listRoles();
      expect([name, roles]).toEqual([name, expect.arrayContaining(rest)]);
      const same = roles.find(({ key }) => key === first?.key);
      const isKnown =
        JSON.stringify(same?.groups.map(({ id }) => id)) === JSON.stringify(first?.groups.map(({ id }) => id));
      const saysFewer =
        /groupDetails is a list|groupDetails\[0\]\.groupId is a (huge )?text|key is a (huge )?text/.test(name);
      if (!isKnown && !saysFewer) expect([name, roles.some(({ isPartial }) => isPartial)]).toEqual([name, true]);
    }
  });

  test('of which only plain names of groups are told is partial; one without any is not', async () => {
    const { directory, faults } = onSmallSite();
    const role = { key: 'jira-product-discovery', name: 'Discovery', numberOfSeats: -1, userCount: 0 };
    const body = [
      { ...role, groups: ['users'] },
      { ...role, key: 'other', groups: [] },
    ];
    faults.add({ match: { path: 'applicationrole' }, then: { status: 200, body } });
    const roles = await directory.listRoles();
    expect(roles.map(({ key, isPartial, seats }) => [key, isPartial, seats])).toEqual([
      ['jira-product-discovery', true, null],
      ['other', false, null],
    ]);
  });
});

test('administrators’ groups that can’t be understood are not left out', async () => {
  const { directory, faults } = onSmallSite();
  faults.add({
    match: { path: 'accessType=admin' },
    then: { status: 200, body: { values: ['admins'], isLast: true } },
  });
  await expect(directory.listAdministratorGroups()).rejects.toMatchObject({ code: 'jira-changed' });
});
