import { startSite, type RunningSite } from '../site/site';
import { runMainJob } from '../site/main-job';
import { allCandidates, asAdministrator, confirmRules, groupsInJira, liftLimits, onlyProfile } from './ask';

let site: RunningSite;
beforeAll(async () => {
  site = await startSite({ source: { seats: 60, issues: 100, seed: 4 } });
  await runMainJob(site);
}, 120_000);
afterAll(() => site.stop());

it('an account with the name of a program is kept by a run and a click, until somebody confirmed that it is a person’s', async () => {
  const admin = asAdministrator(site);
  const profileId = await onlyProfile(admin);
  await liftLimits(admin, profileId);
  await confirmRules(admin, profileId);
  const ready = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready');
  const [program, person] = ready;
  if (!program || !person) throw new Error('The site has too few candidates.');
  await site.control('POST', '/user', { accountId: program.accountId, displayName: 'Deploy Bot' });
  const before = await groupsInJira(site, admin, program.accountId);

  const numbers = [program.number, person.number];
  await admin.ask('startReclaim', { profileId, numbers, expectedCount: numbers.length });
  await site.forge.drain();
  expect(await admin.ask('getCandidate', { number: person.number })).toMatchObject({ state: 'Closed Complete' });
  const kept = await admin.ask('getCandidate', { number: program.number });
  expect(kept.state).toBe('Ready');
  expect(kept.timeline.at(-1)?.text).toMatch(/sounds like a program/);
  expect(await groupsInJira(site, admin, program.accountId)).toEqual(before);

  const reclaim = (mode: 'preview' | 'apply') => admin.ask('reclaimNow', { number: program.number, mode });
  expect((await reclaim('preview')).outcome).toBe('kept');
  expect((await reclaim('apply')).outcome).toBe('kept');
  const { accountId, roleKey } = program;
  expect((await admin.ask('getDecisionCard', { profileId, accountId, roleKey })).program).toBe('suspected');
  await admin.ask('confirmAccountOwner', { accountId, kind: 'person' });
  expect((await admin.ask('getDecisionCard', { profileId, accountId, roleKey })).program).toBe('confirmed-person');
  expect((await reclaim('apply')).outcome).toBe('removed');
  expect(JSON.stringify(await site.control('GET', '/kvs'))).not.toContain('Deploy Bot');
});
