import { isOpen, type Justification } from '../../src/domain/removal-candidate';
import { DAY, HOUR, utcDay } from '../../src/domain/instant';
import { Failure } from '../../src/ports/failures';
import { readCandidateTable } from '../../src/usecases/candidate-table';
import { closeCandidate } from '../../src/usecases/candidate-by-hand';
import { createCandidate } from '../../src/usecases/create-candidate';
import { explainSeat, type ExplainedSeat } from '../../src/usecases/explain-decision';
import { readPersonActivity } from '../../src/usecases/read-person-activity';
import { saveExclusion } from '../../src/usecases/exclusions';
import { DESK, KEPT_ALIVE, ok, SOFTWARE } from '../fakes/company';
import { CALLER, decided } from '../fakes/decided';
import { subscriptions } from '../fakes/final-state';
import { START, type World } from '../fakes/world';

const card = async (world: World, profileId: string, accountId: string, roleKey = SOFTWARE) =>
  ok(await explainSeat({ profileId, accountId, roleKey }, world.ports));

test('says of every seat what the evaluation decided', async () => {
  const { world, profile } = await decided();
  const lines = (await readCandidateTable(profile.id, world.candidates)).filter(({ state }) => isOpen(state));
  const open = new Set(lines.map(({ accountId, roleKey }) => `${accountId} ${roleKey}`));
  const table = await subscriptions(world, profile.id);
  let seats = 0;
  for (const { accountId, groupIds } of table?.rows ?? []) {
    for (const { key, groupIds: giving } of table?.roles ?? []) {
      if (!groupIds.some((id) => giving.includes(id))) continue;
      const { decision } = await card(world, profile.id, accountId, key);
      expect([accountId, key, decision === 'candidate']).toEqual([accountId, key, open.has(`${accountId} ${key}`)]);
      seats += 1;
    }
  }
  expect(open.size).toBeGreaterThan(2);
  expect(seats).toBeGreaterThan(open.size);
});

test('names the groups that give the seat, those outside the selection among them', async () => {
  const { world, profile } = await decided();
  const { groups, facts } = await card(world, profile.id, KEPT_ALIVE);
  expect(groups).toEqual([
    { id: 'g-software', name: expect.any(String) as string, removable: true, note: null, alsoGives: [] },
    {
      id: 'g-outside',
      name: expect.any(String) as string,
      removable: false,
      note: expect.stringContaining('selection') as string,
      alsoGives: [],
    },
  ]);
  expect(facts.find(({ name }) => name === 'Groups')).toMatchObject({
    speaks: 'against',
    text: expect.stringContaining(
      'Removing only name of g-software would free nothing, because name of g-outside still gives the seat.',
    ) as string,
  });
  await world.settings.markExternallyManaged(['g-software']);
  const managed = await card(world, profile.id, 'u-idle');
  expect(managed.groups).toMatchObject([
    { removable: false, note: expect.stringContaining('identity provider') as string },
  ]);
});

test('tells what was last seen of each class and where', async () => {
  const { world, profile } = await decided();
  const { facts, activity } = await card(world, profile.id, 'u-commenter');
  const day = utcDay(START - 3 * DAY);
  expect(facts.find(({ name }) => name === 'Last contribution')?.text).toMatch(new RegExp(`^On ${day}`));
  expect(facts.find(({ name }) => name === 'Last view')?.text).toContain('None seen');
  expect(facts.find(({ name }) => name === 'What is seen')?.text).toMatch(
    /sees 1 of 2 projects\. It can’t browse 1 project \(Beta\)/,
  );
  expect(activity.events.map(({ at }) => at)).toContain(START - 3 * DAY);
});

test('says how sure a proposal is, and of which moment the facts are', async () => {
  const { world, profile } = await decided();
  const evaluated = await world.positions.find(profile.id);
  world.clock.advance(HOUR);
  const idle = await card(world, profile.id, 'u-idle-twice');
  const doubts = [/^Views/, /^Projects/, /^Nothing was ever seen/, /just as long as the threshold of 60 days/];
  expect(idle.confidence).toEqual({ level: 'low', doubts: doubts.map(matching) });
  expect(idle.evaluatedAt).toBe(evaluated?.at);
  expect((await card(world, profile.id, 'u-commenter')).confidence).toBeNull();
});

test('follows a new exclusion at once', async () => {
  const { world, profile } = await decided();
  const target = { kind: 'user', accountId: 'u-idle' } as const;
  ok(await saveExclusion({ target, active: true, revision: undefined, caller: CALLER }, world.ports));
  expect(await card(world, profile.id, 'u-idle')).toMatchObject({
    decision: 'keep',
    because: 'Not proposed. An exclusion rule keeps every seat of this person.',
  });
});

describe('a seat that a person proposed', () => {
  const propose = async (justification: Justification) => {
    const { world, profile } = await decided();
    world.clock.advance(2 * HOUR);
    const seat = { profileId: profile.id, accountId: 'u-editor', roleKey: SOFTWARE };
    const input = { ...seat, justification, note: 'Left the team', caller: CALLER };
    const { number } = ok(await createCandidate(input, world.ports));
    return { world, profile, number };
  };
  const speaking = ({ facts }: ExplainedSeat, side: 'for' | 'against') =>
    facts.filter(({ speaks }) => speaks === side).map(({ name }) => name);

  test('leads with the proposal, and tells what the rule alone would say', async () => {
    const { world, profile, number } = await propose('Unallocated');
    const answer = await card(world, profile.id, 'u-editor');
    expect(answer).toMatchObject({
      decision: 'candidate',
      because: `Proposed for removal by hand on ${utcDay(world.clock.now())} as Unallocated. Whether the seat is used is not asked then.`,
      proposal: { number, by: CALLER, at: world.clock.now(), justification: 'Unallocated', note: 'Left the team' },
    });
    expect(answer.facts.find(({ name }) => name === 'The rule alone')?.text).toMatch(/^Not proposed\. Last activity/);
    expect(speaking(answer, 'against')).toEqual([]);
    expect(answer.confidence).toBeNull();
  });

  test('for low usage is judged by the silence that was long enough for whoever proposed it', async () => {
    const { world, profile } = await propose('Low Usage');
    const answer = await card(world, profile.id, 'u-editor');
    expect(answer.because).toContain('as Low Usage. Last activity 8 days ago');
    expect(speaking(answer, 'for')).toEqual(['Activity']);
    expect(answer.confidence?.doubts.at(-1)).toContain('just as long as the threshold of 8 days');
    expect(speaking(answer, 'against')).toEqual([]);
  });

  test('says when the check before the removal would keep it', async () => {
    const { world, profile } = await propose('Unallocated');
    const target = { kind: 'user', accountId: 'u-editor' } as const;
    ok(await saveExclusion({ target, active: true, revision: undefined, caller: CALLER }, world.ports));
    const answer = await card(world, profile.id, 'u-editor');
    expect(answer).toMatchObject({
      decision: 'candidate',
      because: expect.stringContaining('keeps the seat') as string,
    });
    expect(speaking(answer, 'against')).toEqual(['Exclusions']);
  });

  test('is explained by the rule again when the candidate is closed', async () => {
    const { world, profile, number } = await propose('Unallocated');
    ok(await closeCandidate({ number, to: 'Closed Skipped', note: '', caller: CALLER }, world.ports));
    expect(await card(world, profile.id, 'u-editor')).toMatchObject({ decision: 'keep', proposal: null });
  });
});

test('explains what is stored when Jira does not answer', async () => {
  const { world, profile } = await decided();
  world.jira.failure = () => new Failure('jira-unavailable', 'No.');
  const answer = await card(world, profile.id, 'u-idle');
  expect(answer).toMatchObject({ decision: 'candidate', groups: [{ removable: false }] });
  expect(answer.facts.find(({ name }) => name === 'Account')?.text).toContain('could not be asked');
});

const matching = (pattern: RegExp) => expect.stringMatching(pattern) as string;

test('has nothing to explain where there is no seat', async () => {
  const { world, profile } = await decided();
  const ask = (accountId: string, roleKey: string) =>
    explainSeat({ profileId: profile.id, accountId, roleKey }, world.ports);
  expect(await ask('u-nobody', SOFTWARE)).toMatchObject({ ok: false, code: 'not-found' });
  expect(await ask('u-idle', DESK)).toMatchObject({ ok: false, code: 'not-found' });
});

test('shows the newest trace of each kind and the days of product events, once each, newest first', async () => {
  const { world, profile } = await decided();
  const viewed = (days: number, accountId: string) => {
    const at = START - days * DAY;
    return world.stamps.put({ day: utcDay(at), kind: 'issue-viewed', accountId, at, ref: 'A-4' });
  };
  for (const days of [2, 20, 89, 95]) await viewed(days, 'u-commenter');
  await viewed(1, 'u-editor');
  const { events, coverage, gaps } = await readPersonActivity(
    { profileId: profile.id, accountId: 'u-commenter' },
    world.ports,
  );
  expect(events.map(({ kind, at }) => [kind, Math.round((START - at) / DAY)])).toEqual([
    ['issue-viewed', 2],
    ['comment-added', 3],
    ['issue-viewed', 20],
    ['issue-viewed', 89],
  ]);
  expect(coverage).toBeDefined();
  expect(gaps).toEqual([]);
});
