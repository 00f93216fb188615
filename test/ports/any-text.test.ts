import fc from 'fast-check';
import { packed, ActivityBucket } from '../../src/adapters/store/activity-rows';
import { keyPart, textOfPart } from '../../src/adapters/store/key-part';
import { KvsPersonalDataStore } from '../../src/adapters/store/personal-data/personal-data-store';
import type { StoredPlace } from '../../src/ports/personal-data';
import { jqlText } from '../../src/adapters/jira/jql-text';
import { anyText, personActivity } from '../domain/arbitraries';
import { evidence } from './records';
import { START } from '../fakes/world';
import { parseJql } from '../site/jira/jql/parse';
import { weightOf } from '../../src/usecases/activity-table';
import { platform } from './forge-globals';
import { onSmallSite } from './jira-platform';
import { onForge } from './platforms';
import { JiraNotifier } from '../../src/adapters/jira/jira-notifier';

const DAY = '2026-11-23';
/** What the store says it takes. */
const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]{1,500}$/;

describe('any text as part of a key', () => {
  test('is a part that the store takes, without a dot, and is read back', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 160 })), (text) => {
        fc.pre(text.length <= 160);
        const part = keyPart(text);
        expect(`seen.${DAY}.administration.${part}`).toMatch(KEY);
        expect(part).not.toContain('.');
        expect(textOfPart(part)).toBe(text);
      }),
    );
  });

  test('is another part for every other text, also for one that is too long to be read back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(anyText, fc.string({ minLength: 161 })), { minLength: 2 }), (texts) => {
        expect(new Set(texts.map(keyPart)).size).toBe(texts.length);
      }),
    );
    const long = 'ä'.repeat(10_000);
    expect(`person.${keyPart(long)}`).toMatch(KEY);
    expect(textOfPart(keyPart(long))).toBeUndefined();
  });

  test('stays readable where it is an ordinary id', () => {
    const id = '712020:0ccb1ea8-6f0a-4d4b-9d8a-5f3d4b7f0f00';
    expect(keyPart(id)).toBe(id);
  });
});

describe('a person with any account id', () => {
  test('has day stamps of their own, a pseudonym and evidence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyText, { minLength: 1, maxLength: 5 }), async (people) => {
        const { stamps, people: names, evidence: log } = onForge();
        for (const accountId of people) {
          const stamp = { day: DAY, accountId, kind: 'issue-viewed', at: START, ref: 'A-1' } as const;
          await stamps.put(stamp);
          expect(await stamps.listOf(accountId, [DAY])).toEqual([stamp]);
          await log.append(evidence(accountId), `refused.${accountId}.1`);
        }
        expect((await log.list({})).entries).toHaveLength(people.length);
        const listed = (await onDay(stamps)).map(({ accountId }) => accountId);
        expect(listed.sort()).toEqual([...people].sort());
        const pseudonyms = await names.pseudonymsOf(people);
        expect(await names.accountsOf([...pseudonyms.values()])).toEqual(
          new Map([...pseudonyms].map(([accountId, pseudonym]) => [pseudonym, accountId])),
        );
      }),
      { numRuns: 20 },
    );
  });

  test('has a row of their own in the table of activity, in which every work item stands', () => {
    fc.assert(
      fc.property(personActivity, anyText, anyText, (person, accountId, ref) => {
        const given = { ...person, accountId, lastByKind: { ...person.lastByKind, worklog: { at: START, ref } } };
        const stored = packed([given]);
        expect(ActivityBucket.parse(JSON.parse(JSON.stringify(stored)))).toEqual([given]);
        expect(weightOf(given)).toBeGreaterThanOrEqual(
          Buffer.byteLength(JSON.stringify((stored.rows as string[])[0])) - 15,
        );
      }),
    );
  });
});

describe('any text in a question to Jira', () => {
  test('is one quoted text of a search, and nothing more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { where } = parseJql(`creator = ${jqlText(text)} ORDER BY key`);
        expect(where).toMatchObject({ clauseType: 'terminal', operand: { operandType: 'value', text: jqlText(text) } });
        // Atlassian's parser for pages takes numbered characters, but leaves them as they are.
        if (!/[\p{C}\p{Zl}\p{Zp}]/u.test(text)) expect(where).toMatchObject({ operand: { value: text } });
      }),
    );
  });

  test.each(['..', '../../3/user', 'A-1/comment', 'A-1?expand=x', 'A 1', '☃', '\ud800', '%', '#'])(
    'is a work item that is not there: %j',
    async (key) => {
      const { calls } = onSmallSite();
      expect(await new JiraNotifier(calls).findWorkItem(key)).toBeUndefined();
    },
  );

  test('is an account that is not there', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (accountId) => {
        const { directory, activity } = onSmallSite();
        expect(platform.jira).toBeDefined();
        expect(await directory.findPerson(accountId)).toBeUndefined();
        expect(await activity.probe(accountId, 5)).toBe('unclear');
      }),
      { numRuns: 30 },
    );
  });
});

test('whatever their ids say, people are found in what is stored, and erased from it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(anyText, { minLength: 1, maxLength: 4 }), async (accounts) => {
      const { stamps, people, activity } = onForge();
      const stored = new KvsPersonalDataStore();
      for (const accountId of accounts)
        await stamps.put({ day: DAY, accountId, kind: 'issue-viewed', at: START, ref: null });
      const rows = accounts.map((accountId) => ({ accountId, lastByKind: {}, assignedAt: null }));
      await activity.writeBucket(1, 0, rows);
      const names = await people.pseudonymsOf(accounts);
      const found = await walk((place) => stored.listPart(place, Date.parse(DAY), START));
      for (const accountId of accounts) expect(found.filter((each) => each === accountId)).toHaveLength(3);
      await walk(async (place) => ({ accountIds: [], ...(await stored.erasePart(place, names)) }));
      await stored.eraseStamps(accounts, START);
      expect(await activity.readBucket(1, 0)).toEqual([]);
      expect(await onDay(stamps)).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

type Part = { readonly accountIds: readonly string[]; readonly next: StoredPlace | null };

async function walk(step: (place: StoredPlace) => Promise<Part>): Promise<string[]> {
  const found: string[] = [];
  for (let place: StoredPlace | null = { area: 0, cursor: null }; place !== null;) {
    const part: Part = await step(place);
    found.push(...part.accountIds);
    place = part.next;
  }
  return found;
}

async function onDay(stamps: ReturnType<typeof onForge>['stamps']) {
  const first = await stamps.listDay(DAY);
  return first.stamps;
}
