/* eslint @typescript-eslint/no-unsafe-member-access: "off" -- answers have every shape, and the assertions check it */
import { createHash } from 'node:crypto';
import { defaultNow, generateSite, GENERATED_NOW, parseDataFile, serializeSite } from '../../site/jira';
import { siteOf } from './fixture';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the generated site', () => {
  const data = generateSite({ seats: 300, issues: 3000, seed: 1 });
  const text = serializeSite(data);

  it('is the same, byte for byte, for the same numbers, and another for others', () => {
    expect(digest(serializeSite(generateSite({ seats: 300, issues: 3000, seed: 1 })))).toBe(digest(text));
    expect(digest(serializeSite(generateSite({ seats: 300, issues: 3000, seed: 2 })))).not.toBe(digest(text));
  });

  it('is a valid data file and starts at a fixed date', () => {
    expect(serializeSite(parseDataFile(text))).toBe(text);
    expect(defaultNow(data)).toBe(GENERATED_NOW);
  });

  it('has the size that was asked and all that a company has', () => {
    const seated = data.users.filter(({ active, accountType }) => active && accountType === 'atlassian');
    expect(seated.length).toBeGreaterThanOrEqual(300);
    expect(data.issues.issues).toBe(3000);
    expect(data.users.some(({ active }) => !active)).toBe(true);
    expect(data.users.some(({ accountType }) => accountType === 'app')).toBe(true);
    expect(data.users.some(({ accountType }) => accountType === 'customer')).toBe(true);
    expect(data.groups.map(({ access }) => access)).toEqual(
      expect.arrayContaining(['none', 'user', 'admin', 'site-admin']),
    );
    expect(data.groups.some(({ managed }) => managed === 'idp')).toBe(true);
    expect(text).toMatch(/"updateAuthor"/);
    expect(text).toMatch(/"security":true/);
    expect(text).toMatch(/"author":null/);
    expect(new Set(data.audit.map(({ category }) => category)).size).toBeGreaterThanOrEqual(8);
  });

  it('has about 45 % of people without a contribution for 60 days, some of them never', () => {
    const last = lastContributions();
    const people = data.users.slice(0, 300);
    const idle = people.filter(({ accountId }) => (last.get(accountId) ?? 0) < GENERATED_NOW - 60 * 86_400_000);
    expect(idle.length / people.length).toBeGreaterThan(0.38);
    expect(idle.length / people.length).toBeLessThan(0.52);
    expect(idle.filter(({ accountId }) => !last.has(accountId)).length).toBeGreaterThan(5);
  });

  it('has about 5 % of people in two groups of one role, and seats for everybody', async () => {
    const [software] = data.roles;
    const doubles = data.users.filter(({ groups }) => groups.filter((id) => software?.groups.includes(id)).length > 1);
    expect(doubles.length).toBeGreaterThan(8);
    expect(doubles.length).toBeLessThan(40);
    const { call, jira } = siteOf(data);
    const as = { kind: 'user', accountId: jira.siteAdministrators()[0] ?? '', impersonated: false } as const;
    for (const role of (await call('GET', 'applicationrole', undefined, { as })).body) {
      expect(role.userCount).toBeGreaterThan(0);
      expect(role.remainingSeats).toBeGreaterThan(0);
    }
  });

  it('works at any size, also the smallest', () => {
    for (const [seats, issues] of [
      [0, 0],
      [1, 0],
      [0, 5],
      [1, 1],
      [5, 2000],
    ] as const)
      expect(parseDataFile(serializeSite(generateSite({ seats, issues, seed: 9 }))).issues.issues).toBe(issues);
  });

  function lastContributions(): Map<string, number> {
    const last = new Map<string, number>();
    const see = (who: string | null | undefined, at: string) => {
      if (who) last.set(who, Math.max(last.get(who) ?? 0, Date.parse(at)));
    };
    for (let row = 0; row < data.issues.rows; row += 1) {
      const { creator, created, comments, histories, worklogs } = data.issues.record(row);
      see(creator, created);
      for (const { author, created: at, updated, updateAuthor } of comments) {
        see(author, at);
        see(updateAuthor === undefined ? author : updateAuthor, updated);
      }
      for (const { author, created: at } of [...histories, ...worklogs]) see(author, at);
    }
    return last;
  }
});
