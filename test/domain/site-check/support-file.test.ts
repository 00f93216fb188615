import { NOTHING_TRIED, withAnswer, withBegun, type SiteKnowledge } from '../../../src/domain/site-check/answers';
import { OUTCOMES, SITE_CHECK_NAMES } from '../../../src/domain/site-check/checks';
import { behaviorOf } from '../../../src/domain/site-check/site-behavior';
import { supportFile } from '../../../src/domain/site-check/support-file';
import { newWatch } from '../../../src/domain/site-check/watches';

const SECRETS = ['712020:secret-account', 'g-secret-id'];
const [by = '', groupId = ''] = SECRETS;

/** Everything answered and everything under way, all of it by somebody. */
function fullSite(): SiteKnowledge {
  let site: SiteKnowledge = { ...NOTHING_TRIED, opened: ['my-seat'] };
  for (const check of SITE_CHECK_NAMES) {
    const [outcome] = OUTCOMES[check];
    site = withAnswer(site, check, { outcome, facts: { status: 403, deleted: true }, at: 1, by });
  }
  const group = { kind: 'group-write', at: 2, by, groupId, stage: 'cleanup' } as const;
  site = withBegun(site, { ...group, check: 'group-write-present' });
  return withBegun(site, newWatch('board-views', by, 3));
}

test('the support file holds every answer and no person, group or name', () => {
  const file = supportFile(fullSite(), '1.2.3', 4);
  expect(file.checks).toHaveLength(SITE_CHECK_NAMES.length);
  expect(file.checks.every(({ outcome }) => outcome !== null)).toBe(true);
  const text = JSON.stringify(file);
  for (const secret of SECRETS) expect(text).not.toContain(secret);
  const codes: readonly string[] = [...SITE_CHECK_NAMES, ...Object.values(OUTCOMES).flat()];
  const strings = [...text.matchAll(/"(?:check|outcome)":"([^"]*)"/g)].map(([, found = '']) => found);
  expect(strings.filter((found) => !codes.includes(found))).toEqual([]);
});

test('what nobody tried leaves the app as careful as it is', () => {
  const careful = { backgroundRemoval: 'untried', bridgeCallsCharged: false, missingViews: [], unknownAccounts: 0 };
  expect(behaviorOf(NOTHING_TRIED)).toEqual(careful);
});

test.each([
  ['group-write-background', 'works', { backgroundRemoval: 'works' }],
  ['group-write-background', 'refused', { backgroundRemoval: 'refused' }],
  ['group-write-background', 'unfinished', { backgroundRemoval: 'untried' }],
  ['group-write-background', 'not-site-administrator', { backgroundRemoval: 'untried' }],
  ['bridge-points', 'charged', { bridgeCallsCharged: true }],
  ['bridge-points', 'not-shown', { bridgeCallsCharged: false }],
  ['board-views', 'missing', { missingViews: ['board-views'] }],
  ['board-views', 'arrive', { missingViews: [] }],
  ['work-events', 'missing', { missingViews: [] }],
] as const)('%s %s sets %j', (check, outcome, behavior) => {
  const site = withAnswer(NOTHING_TRIED, check, { outcome, facts: {}, at: 1, by: null });
  expect(behaviorOf(site)).toMatchObject(behavior);
});
