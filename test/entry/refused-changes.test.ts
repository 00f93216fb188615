import '../ports/forge-globals';
import { APP_ROLES } from '../../src/domain/app-role';
import { HOUR } from '../../src/domain/instant';
import { CHANGES } from '../../src/entry/changes';
import { guard } from '../../src/entry/guard';
import { answerPerson } from '../../src/entry/my-seat-resolver';
import { ROLE_FOR } from '../../src/entry/permissions';
import { company, publish } from '../fakes/company';
import { asking } from '../fakes/asking';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import type { World } from '../fakes/world';

const app = { appId: 'a', environmentId: 'e', installationId: 'i', version: '1' };
let visitors = 0;
const stranger = () => `stranger-${(visitors += 1)}`;
const call = (world: World, name: string, payload: unknown, accountId = CALLER) =>
  guard(name, payload, { accountId, cloudId: 'cloud', app }, world.ports);
const refusals = (world: World) => world.evidence.all().filter(({ kind }) => kind.endsWith('-refused'));

/** They need a role and change nothing, or only carry what a job reads. */
const NO_CHANGES = [
  ...['previewRestore', 'checkReclaimReadiness', 'previewPublish', 'estimateActivity', 'previewDelete'],
  ...['claimDownload', 'handInMembers', 'releaseDownload', 'getSiteChecks', 'getSupportFile'],
];

test('every operation that more than reading takes is told when it is refused', () => {
  const needing = Object.entries(ROLE_FOR).filter(([, role]) => APP_ROLES.indexOf(role) < APP_ROLES.indexOf('viewer'));
  const changing = needing.map(([name]) => name).filter((name) => !NO_CHANGES.includes(name));
  expect(Object.keys(CHANGES).sort()).toEqual([...changing, 'answerNotice'].sort());
});

test.each(Object.keys(CHANGES).filter((name) => name !== 'answerNotice'))(
  'who tries %s without the role is on record, once an hour',
  async (operation) => {
    const world = company();
    world.jira.callerIsAdministrator = false;
    const who = stranger();
    for (let n = 0; n < 3; n += 1) await call(world, operation, { secret: 'typed' }, who);
    expect(refusals(world)).toMatchObject([{ by: who, subject: null, details: { operation, code: 'not-permitted' } }]);
    expect(JSON.stringify(world.evidence.all())).not.toContain('typed');
    world.clock.advance(HOUR);
    await call(world, operation, {}, who);
    expect(refusals(world)).toHaveLength(2);
  },
);

test.each(NO_CHANGES)('who tries %s without the role leaves nothing', async (operation) => {
  const world = company();
  world.jira.callerIsAdministrator = false;
  expect(await call(world, operation, {}, stranger())).toMatchObject({ error: { code: 'not-permitted' } });
  expect(refusals(world)).toEqual([]);
});

describe('what a rule of the product refuses', () => {
  test('is on record with the reason, once an hour for everybody', async () => {
    const world = company();
    const { id: profileId, revision } = await publish(world);
    for (let n = 0; n < 3; n += 1) await call(world, 'publishProfile', { profileId, revision });
    expect(refusals(world)).toMatchObject([
      {
        kind: 'change-refused',
        by: CALLER,
        text: 'Publishing a profile was refused. This profile is published already.',
        details: { operation: 'publishProfile', code: 'refused' },
      },
    ]);
    await call(world, 'publishProfile', { profileId, revision }, stranger());
    world.clock.advance(HOUR);
    await call(world, 'publishProfile', { profileId, revision });
    expect(refusals(world)).toHaveLength(3);
  });

  test('names the candidate it was about', async () => {
    const { world } = await decided();
    const { number } = candidateOf(world, 'u-idle');
    await call(world, 'closeCandidate', { number, to: 'Closed Complete', note: 'Her words' });
    expect(refusals(world)).toMatchObject([{ kind: 'change-refused', candidate: number }]);
    expect(JSON.stringify(world.evidence.all())).not.toContain('Her words');
  });

  test('is not told of what was mistyped, is gone, or was saved too late', async () => {
    const world = company();
    const { id: profileId, revision } = await publish(world);
    await call(world, 'publishProfile', { profileId });
    await call(world, 'publishProfile', { profileId: 'p-none', revision });
    await call(world, 'deleteProfile', { profileId, revision: revision - 1 });
    expect(refusals(world)).toEqual([]);
  });

  test('is told once where the operation tells it itself', async () => {
    const { world, profile } = await decided();
    await world.profiles.replace({ ...profile, reclaim: false });
    await call(world, 'reclaimNow', { number: candidateOf(world, 'u-idle').number, mode: 'apply' });
    expect(refusals(world).map(({ kind }) => kind)).toEqual(['reclaim-refused']);
  });

  test('also to the person who is asked', async () => {
    const { world } = await asking();
    await click(world, 'u-idle');
    const candidate = candidateOf(world, 'u-idle');
    await world.candidates.replace({ ...candidate, state: 'Closed Skipped' });
    const input = { number: candidate.number, answer: 'keep', reason: 'My words' };
    const answer = () => answerPerson('answerNotice', input, 'u-idle', world.ports);
    expect(await answer()).toMatchObject({ error: { code: 'refused' } });
    await answer();
    await answerPerson('answerNotice', input, 'u-idle-twice', world.ports);
    expect(refusals(world)).toMatchObject([{ by: 'u-idle', candidate: candidate.number }]);
    expect(JSON.stringify(world.evidence.all())).not.toContain('My words');
  });
});
