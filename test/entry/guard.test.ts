import '../ports/forge-globals';
import { guard } from '../../src/entry/guard';
import { NOT_PERMITTED, ROLE_FOR } from '../../src/entry/permissions';
import { APP_ROLES, NO_GRANTS } from '../../src/domain/app-role';
import { MINUTE, SECOND } from '../../src/domain/instant';
import { Failure, type FailureCode } from '../../src/ports/failures';
import type { Operation } from '../../src/shared/contract';
import { company, publish } from '../fakes/company';
import type { World } from '../fakes/world';

const app = { appId: 'a', environmentId: 'e', installationId: 'i', version: '1' };
let visitors = 0;
/** Somebody new: what the guard remembers of others does not matter. */
const visitor = () => {
  visitors += 1;
  return { accountId: `visitor-${visitors}`, cloudId: 'cloud', app };
};
const call = (world: World, name: string, payload: unknown = {}, who = visitor()) =>
  guard(name, payload, who, world.ports);

describe('who may do what', () => {
  test('whoever administers Jira may everything, others nothing by themselves', async () => {
    const world = company();
    expect(await call(world, 'listProfiles')).toMatchObject({ ok: true, value: { profiles: [] } });
    world.jira.callerIsAdministrator = false;
    expect(await call(world, 'listProfiles')).toMatchObject({
      ok: false,
      error: { code: 'not-permitted', message: NOT_PERMITTED.viewer },
    });
  });

  test.each(Object.entries(ROLE_FOR))('%s takes the role %s', async (name, needed) => {
    const grants = {
      ...NO_GRANTS,
      integratorGroupIds: ['g-integrator'],
      reclaimerGroupIds: ['g-reclaimer'],
      viewerGroupIds: ['g-viewer'],
    };
    for (const role of ['integrator', 'reclaimer', 'viewer'] as const) {
      const world = company();
      world.jira.callerIsAdministrator = false;
      await world.settings.replaceGrants(grants);
      const who = visitor();
      world.jira.addPerson(who.accountId, [`g-${role}`]);
      const answer = await call(world, name, { 'not-a-field': 1 }, who);
      const isAllowed = APP_ROLES.indexOf(role) <= APP_ROLES.indexOf(needed);
      expect(answer).toMatchObject({ ok: false, error: { code: isAllowed ? 'bad-input' : 'not-permitted' } });
    }
  });

  test.each([{ accountType: 'customer' }, { accountType: 'app' }, { accountType: 'unknown' }, { active: false }])(
    'no group gives a role to an account that is %j',
    async (change) => {
      const world = company();
      world.jira.callerIsAdministrator = false;
      await world.settings.replaceGrants({ ...NO_GRANTS, integratorGroupIds: ['g-integrator'] });
      const [person, other] = [visitor(), visitor()];
      world.jira.addPerson(person.accountId, ['g-integrator']);
      world.jira.addPerson(other.accountId, ['g-integrator'], change);
      expect(await call(world, 'listProfiles', {}, person)).toMatchObject({ ok: true });
      expect(await call(world, 'listProfiles', {}, other)).toMatchObject({ error: { code: 'not-permitted' } });
    },
  );

  test('a role that was taken away is noticed at once by what changes something, within a minute by reads', async () => {
    const world = company();
    const who = visitor();
    await call(world, 'listProfiles', {}, who);
    world.jira.callerIsAdministrator = false;
    world.clock.advance(MINUTE - SECOND);
    expect(await call(world, 'listProfiles', {}, who)).toMatchObject({ ok: true });
    expect(await call(world, 'runJobNow', { jobId: 'x' }, who)).toMatchObject({ error: { code: 'not-permitted' } });
    expect(await call(world, 'listProfiles', {}, who)).toMatchObject({ error: { code: 'not-permitted' } });
  });

  test.each([
    ['reclaimNow', 'reclaim-refused'],
    ['startReclaim', 'reclaim-refused'],
    ['requestReclaim', 'reclaim-refused'],
    ['decideReclaimRequest', 'reclaim-refused'],
    ['restoreNow', 'restore-refused'],
    ['startRestore', 'restore-refused'],
  ])('who tries %s without the role for it is on record, once an hour', async (operation, kind) => {
    const world = company();
    world.jira.callerIsAdministrator = false;
    const who = visitor();
    const tried = () => world.evidence.all().map((entry) => [entry.kind, entry.by]);
    for (let n = 0; n < 3; n += 1) await call(world, operation, {}, who);
    await call(world, 'listProfiles', {}, who);
    expect(tried()).toEqual([[kind, who.accountId]]);
    world.clock.advance(60 * MINUTE);
    await call(world, operation, {}, who);
    expect(tried()).toHaveLength(2);
  });

  test('what a browser hands in after a claim costs no further question for a minute', async () => {
    const world = company();
    const who = visitor();
    await call(world, 'claimDownload', { profileId: 'p' }, who);
    const asked = world.jira.spent.requests;
    expect(await call(world, 'handInMembers', { runId: 'r', token: 't', pages: [] }, who)).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(world.jira.spent.requests).toBe(asked);
    world.clock.advance(MINUTE);
    world.jira.callerIsAdministrator = false;
    expect(await call(world, 'handInMembers', { runId: 'r', token: 't', pages: [] }, who)).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });

  test('what is remembered ends after a minute', async () => {
    const world = company();
    const who = visitor();
    await call(world, 'listProfiles', {}, who);
    world.jira.callerIsAdministrator = false;
    world.clock.advance(MINUTE);
    expect(await call(world, 'listProfiles', {}, who)).toMatchObject({ error: { code: 'not-permitted' } });
  });

  test('when Jira does not say who may, nobody may', async () => {
    const world = company();
    world.jira.failure = () => new Failure('jira-unavailable', 'No.');
    expect(await call(world, 'listProfiles')).toMatchObject({ ok: false, error: { code: 'jira-busy' } });
  });
});

describe('what is answered', () => {
  test('an operation that does not exist, even one that every object has', async () => {
    for (const name of ['nothing', 'toString', '__proto__', 'constructor']) {
      expect(await call(company(), name)).toMatchObject({ ok: false, error: { code: 'unknown-operation' } });
    }
  });

  test('a malformed request with the fields that are wrong, before anything is done', async () => {
    const world = company();
    const profile = await publish(world);
    const answer = await call(world, 'publishProfile', { profileId: profile.id, revision: '1', more: true });
    expect(answer).toMatchObject({ error: { code: 'bad-input', fields: [{ field: 'revision' }, { field: '' }] } });
  });

  test('a refusal of the rules as it is', async () => {
    const answer = await call(company(), 'getProfile', { profileId: 'p-none' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found', message: expect.any(String) as string } });
  });

  test('always the server’s time and, for a failure, the reference of its log line', async () => {
    const world = company();
    const answer = await call(world, 'listProfiles');
    expect(answer.now).toBe(new Date(world.clock.now()).toISOString());
    world.jira.failure = () => new Failure('jira-refused', 'secret words', { operation: 'GET /x' });
    const failed = await call(world, 'listJiraGroups');
    const line = world.log.lines.at(-1);
    expect(line).toMatchObject({ level: 'error', facts: { code: 'jira-refused', operation: 'GET /x' } });
    expect(failed).toMatchObject({ error: { reference: line?.facts['reference'] } });
  });

  test.each<[FailureCode, string]>([
    ['jira-refused', 'jira-refused'],
    ['jira-not-found', 'jira-refused'],
    ['jira-rejected', 'jira-refused'],
    ['jira-busy', 'jira-busy'],
    ['points-spent', 'jira-busy'],
    ['jira-unavailable', 'jira-busy'],
    ['jira-changed', 'jira-changed'],
    ['store-conflict', 'conflict'],
    ['store-unavailable', 'internal'],
    ['store-unreadable', 'internal'],
  ])('%s as %s, in the product’s own words', async (code, expected) => {
    const world = company();
    world.jira.failure = (operation) =>
      operation === 'listGroups' ? new Failure(code, 'u-idle did something in g-software') : undefined;
    const answer = await call(world, 'listJiraGroups');
    expect(answer).toMatchObject({ ok: false, error: { code: expected } });
    expect(JSON.stringify([answer, world.log.lines])).not.toMatch(/u-idle|g-software/);
  });

  test('a bug as something that went wrong, without its words', async () => {
    const world = company();
    world.jira.failure = () => {
      throw new TypeError('u-idle is not a function');
    };
    const answer = await call(world, 'listJiraGroups');
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify([answer, world.log.lines])).not.toContain('u-idle');
  });
});

test('every operation answers an envelope for an empty input, whatever the state', async () => {
  const world = company();
  await publish(world);
  for (const name of Object.keys(ROLE_FOR) as Operation[]) {
    const answer = await call(world, name);
    expect(answer.ok || answer.error.code !== 'internal').toBe(true);
  }
});
