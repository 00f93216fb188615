import { NOTHING_TRIED, withAnswer } from '../../../src/domain/site-check/answers';
import type { IntegrationProfile } from '../../../src/domain/integration-profile';
import type { Cursor } from '../../../src/usecases/collection-cursor';
import { limitsOf } from '../../../src/usecases/coverage-limits';
import { OPERATOR } from '../../fakes/company';
import { FakeBrowser } from '../../fakes/fake-browser';
import { published } from '../../fakes/first-download';

/** Points that are counted for what a browser hands in, when bridge calls were found to be so. */
async function pointsOfHandIn(outcome: 'charged' | 'free') {
  const { world, profile } = await published(40);
  const answer = { outcome, facts: {}, at: 1, by: null };
  await world.siteChecks.update(() => withAnswer(NOTHING_TRIED, 'bridge-points', answer));
  const browser = new FakeBrowser(world, OPERATOR);
  await browser.claim(profile.id);
  const pages = await browser.read();
  const before = world.jira.spent.points;
  await browser.handIn(pages);
  const members = pages.reduce((sum, page) => sum + page.members.length, 0);
  return { counted: world.jira.spent.points - before, cost: pages.length + 2 * members };
}

test('where bridge calls are charged, what a browser reads counts as points of the job', async () => {
  const [charged, free] = [await pointsOfHandIn('charged'), await pointsOfHandIn('free')];
  expect(charged.cost).toBeGreaterThan(0);
  expect([charged.counted, free.counted]).toEqual([charged.cost, 0]);
});

test('views that Jira does not report are told beside the coverage', () => {
  const told: Partial<Cursor> = { unclear: 0, wasLimited: false, newestOnlyUntil: null, unreadItems: [] };
  const cursor = told as Cursor;
  const profile = { validation: null } as IntegrationProfile;
  const limits = limitsOf(cursor, profile, { missingViews: ['board-views', 'list-views'], unknownAccounts: 0 });
  expect(limits).toMatchObject([
    { kind: 'missing-views', text: expect.stringContaining('on boards and in lists') as string },
  ]);
  expect(limitsOf(cursor, profile, { missingViews: [], unknownAccounts: 0 })).toEqual([]);
});
