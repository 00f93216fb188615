/* eslint @typescript-eslint/no-unsafe-assignment: "off", @typescript-eslint/no-unsafe-member-access: "off" -- answers have every shape, and the assertions check it */
import fc from 'fast-check';
import type { IssueRecord } from '../../site/jira/data/records';
import { generated, person, siteOf } from './fixture';

const DAY = 86_400_000;

/** A query as text, and what it means for one record, written as plainly as possible. */
interface Sample {
  readonly jql: string;
  readonly holds: (issue: IssueRecord) => boolean;
}

const site = siteOf(generated(60, 250, 3));
const { data } = site;
const now = site.clock.now();
const issues = Array.from({ length: data.issues.rows }, (_, row) => data.issues.record(row));
// The company is in Amsterdam: winter time now, summer time before 2026-10-25T01:00Z.
const offset = (ms: number): number =>
  new Date(new Date(ms).toLocaleString('sv', { timeZone: 'Europe/Amsterdam' }) + 'Z').getTime() -
  Math.floor(ms / 1000) * 1000;
const dayOf = (ms: number): number => Math.floor((ms + offset(ms)) / DAY);

const accountId = fc.constantFrom(...data.users.slice(0, 60).map((user) => user.accountId));
const days = fc.integer({ min: 0, max: 700 });
const key = fc.constantFrom(...issues.map((issue) => issue.key));

const leaf: fc.Arbitrary<Sample> = fc.oneof(
  accountId.map((id) => ({ jql: `creator = "${id}"`, holds: (issue: IssueRecord) => issue.creator === id })),
  fc.array(accountId, { minLength: 1, maxLength: 5 }).map((ids) => ({
    jql: `reporter in (${ids.map((id) => `"${id}"`).join(', ')})`,
    holds: (issue: IssueRecord) => issue.creator !== null && ids.includes(issue.creator),
  })),
  fc.constantFrom('WEB', 'APP', 'PAY', 'OPS').map((project) => ({
    jql: `project = ${project}`,
    holds: (issue: IssueRecord) => issue.project === project,
  })),
  fc.array(key, { minLength: 1, maxLength: 4 }).map((keys) => ({
    jql: `key in (${keys.join(', ')})`,
    holds: (issue: IssueRecord) => keys.includes(issue.key),
  })),
  fc
    .tuple(
      fc.constantFrom('updated', 'created'),
      fc.constantFrom('>' as const, '>=' as const, '<' as const, '<=' as const),
      days,
    )
    .map(([field, operator, n]) => ({
      jql: `${field} ${operator} -${n}d`,
      holds: (issue: IssueRecord) => {
        const at = Date.parse((field === 'updated' ? issue.updated : issue.created) ?? '');
        const limit = now - n * DAY;
        const compared = { '>': at > limit, '>=': at >= limit, '<': at < limit, '<=': at <= limit };
        return compared[operator];
      },
    })),
  fc.tuple(accountId, days, fc.option(days)).map(([id, from, to]) => ({
    jql: `issuekey in updatedBy("${id}", "-${from}d"${to === null ? '' : `, "-${to}d"`})`,
    holds: (issue: IssueRecord) => {
      const within = (time: string): boolean => {
        const day = dayOf(Date.parse(time));
        return day >= dayOf(now) - from && (to === null || day < dayOf(now) - to);
      };
      if (issue.creator === id && within(issue.created)) return true;
      if (issue.histories.some(({ author, created }) => author === id && within(created))) return true;
      return issue.comments.some(
        ({ author, created, updated, updateAuthor }) =>
          (author === id && within(created)) ||
          (updated > created && (updateAuthor === undefined ? author : updateAuthor) === id && within(updated)),
      );
    },
  })),
);

/** Worklog fields cannot be negated here, so they only stand where nothing negates them. */
const worklogs: fc.Arbitrary<Sample> = fc.oneof(
  accountId.map((id) => ({
    jql: `worklogAuthor = "${id}"`,
    holds: (issue: IssueRecord) => issue.worklogs.some(({ author }) => author === id),
  })),
  days.map((n) => ({
    jql: `worklogDate >= -${n}d`,
    holds: (issue: IssueRecord) =>
      issue.worklogs.some(({ started }) => dayOf(Date.parse(started)) >= dayOf(now - n * DAY)),
  })),
);

const joined = (parts: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> =>
  fc.tuple(fc.constantFrom('AND', 'OR'), fc.array(parts, { minLength: 2, maxLength: 3 })).map(([word, samples]) => ({
    jql: samples.map(({ jql }) => `(${jql})`).join(` ${word} `),
    holds: (issue) =>
      word === 'AND' ? samples.every(({ holds }) => holds(issue)) : samples.some(({ holds }) => holds(issue)),
  }));

/** NOT over one person-free leaf: comparisons with people skip issues that have nobody, whatever surrounds them. */
const negated = leaf
  .filter(({ jql }) => !jql.startsWith('creator') && !jql.startsWith('reporter'))
  .map(({ jql, holds }) => ({ jql: `NOT (${jql})`, holds: (issue: IssueRecord) => !holds(issue) }));

const query = fc.oneof(leaf, worklogs, joined(fc.oneof(leaf, worklogs, negated, joined(fc.oneof(leaf, negated)))));

describe('the JQL evaluator', () => {
  it('agrees with the plain meaning of every query', async () => {
    const admin = person(site.jira.siteAdministrators()[0] ?? '');
    await fc.assert(
      fc.asyncProperty(query, async ({ jql, holds }) => {
        const { status, body } = await site.call(
          'POST',
          'search/jql',
          { jql, fields: ['key'], maxResults: 5000 },
          { as: admin },
        );
        site.clock.advanceTo(now); // the clock stands still; only the answer matters
        expect([status, body.errorMessages]).toEqual([200, undefined]);
        const found = (body.issues as { key: string }[]).map((issue) => issue.key).sort();
        expect(found).toEqual(
          issues
            .filter(holds)
            .map((issue) => issue.key)
            .sort(),
        );
      }),
      { numRuns: 120 }, // Jira takes no more while its clock stands still
    );
  });
});
