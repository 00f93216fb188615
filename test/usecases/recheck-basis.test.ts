import { ACTIVITY_BASES, type ActivityBasis, type ActivityFact, type ActivityKind } from '../../src/domain/activity';
import { DAY, utcDay } from '../../src/domain/instant';
import { candidateOf, click, decided } from '../fakes/decided';
import type { World } from '../fakes/world';

const WHO = 'u-idle';
const recently = (world: World, kind: ActivityKind, accountId = WHO): ActivityFact => ({
  accountId,
  kind,
  at: world.clock.now() - 5 * DAY,
});

/** An issue of somebody else on which these things happened lately. */
function work(world: World, facts: { comments?: ActivityFact[]; changes?: ActivityFact[] }, key = 'NEW-1'): void {
  const creation = { accountId: 'u-commenter', kind: 'issue-created', at: world.clock.now() - 50 * DAY } as const;
  world.jira.issues.push({ key, creation, comments: [], changes: [], ...facts });
}

const stamped = (kind: ActivityKind) => (world: World) =>
  world.stamps.put({ ...recently(world, kind), day: utcDay(world.clock.now()), ref: 'NEW-1' });

/** What becomes of the seat under each basis, in their order: original-compatible, any-contribution, including-views. */
const CASES: readonly [string, (world: World) => unknown, readonly [string, string, string]][] = [
  ['did nothing', () => undefined, ['removed', 'removed', 'removed']],
  ['changed a field', (w) => work(w, { changes: [recently(w, 'issue-changed')] }), ['removed', 'kept', 'kept']],
  ['commented', (w) => work(w, { comments: [recently(w, 'comment-added')] }), ['kept', 'kept', 'kept']],
  [
    'edited a comment far down',
    (w) =>
      work(w, {
        comments: [...Array<ActivityFact>(9).fill(recently(w, 'comment-added', 'u-x')), recently(w, 'comment-edited')],
        changes: [recently(w, 'issue-changed')],
      }),
    ['kept', 'kept', 'kept'],
  ],
  ['viewed', stamped('issue-viewed'), ['removed', 'removed', 'kept']],
  ['linked', stamped('link'), ['removed', 'kept', 'kept']],
  ['created', stamped('issue-created'), ['kept', 'kept', 'kept']],
  ['left a trace nobody can read', (w) => w.jira.unseen.set(WHO, 'OLD-1'), ['kept', 'kept', 'kept']],
  [
    'changed more than one answer holds',
    (w) => {
      for (let n = 0; n < 6; n += 1) work(w, { changes: [recently(w, 'issue-changed')] }, `NEW-${n}`);
    },
    ['kept', 'kept', 'kept'],
  ],
];

describe.each(CASES)('somebody who %s', (_name, happens, outcomes) => {
  test.each(ACTIVITY_BASES.map((basis, n) => [basis, outcomes[n]] as const))(
    'under %s is %s',
    async (basis, outcome) => {
      const { world } = await decided();
      await judgedBy(world, basis);
      await happens(world);
      expect((await click(world, WHO)).outcome).toBe(outcome);
      expect(world.jira.removals).toHaveLength(outcome === 'removed' ? 1 : 0);
    },
  );
});

test('a doubt leaves the candidate open, a trace that counts closes it', async () => {
  const { world } = await decided();
  await judgedBy(world, 'original-compatible');
  world.jira.unseen.set(WHO, 'OLD-1');
  await click(world, WHO);
  expect(candidateOf(world, WHO).state).toBe('Ready');
  world.jira.unseen.clear();
  work(world, { comments: [recently(world, 'comment-added')] });
  await click(world, WHO);
  expect(candidateOf(world, WHO).state).toBe('Closed Canceled');
});

async function judgedBy(world: World, activityBasis: ActivityBasis): Promise<void> {
  const candidate = candidateOf(world, WHO);
  await world.candidates.replace({ ...candidate, activityBasis });
  const { rules } = world.ports;
  const rule = (await rules.list(candidate.profileId)).find(({ id }) => id === candidate.ruleId);
  if (rule) await rules.save({ ...rule, activityBasis });
}
