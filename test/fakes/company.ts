import type { ActivityFact, ActivityKind } from '../../src/domain/activity';
import type { IntegrationProfile } from '../../src/domain/integration-profile';
import { DAY, HOUR, utcDay, type Instant } from '../../src/domain/instant';
import { publishProfile } from '../../src/usecases/publish-profile';
import { confirmReclamationRule } from '../../src/usecases/reclamation-rules';
import { saveProfile } from '../../src/usecases/save-profile';
import { validateConnection } from '../../src/usecases/validate-connection';
import type { Outcome } from '../../src/usecases/outcome';
import { START, World } from './world';

export const SOFTWARE = 'jira-software';
export const DESK = 'jira-servicedesk';
/** The site administrator who publishes, and in whose name seats are reclaimed. */
export const OPERATOR = 'u-operator';
/** The groups that the profile selects. */
export const SELECTION = ['g-software', 'g-developers', 'g-desk'];

/** People by what should become of their seats 60 days into silence. */
export const IDLE = ['u-idle', 'u-idle-twice'];
export const KEPT_ALIVE = 'u-kept-alive';
export const ACTIVE = ['u-commenter', 'u-editor', 'u-logger', 'u-auditor', 'u-viewer', 'u-long-thread'];

const fact = (accountId: string, kind: ActivityKind, daysAgo: number): ActivityFact => ({
  accountId,
  kind,
  at: START - daysAgo * DAY,
});

/** A small site in which everything that can become of a seat happens to somebody. */
export function company(): World {
  const world = new World();
  addGroups(world);
  addPeople(world);
  addWork(world);
  return world;
}

function addGroups({ jira }: World): void {
  for (const id of ['g-software', 'g-developers', 'g-desk', 'g-outside']) jira.addGroup(id);
  jira.addGroup('g-admins', 'admin');
  jira.addGroup('g-site-admins', 'site-admin');
  jira.roles.push(
    { key: SOFTWARE, name: 'Jira', groupIds: ['g-software', 'g-developers', 'g-outside'] },
    { key: DESK, name: 'Jira Service Management', groupIds: ['g-desk'] },
  );
}

function addPeople({ jira }: World): void {
  jira.addPerson(OPERATOR, ['g-site-admins', 'g-software']);
  jira.addPerson('u-idle-admin', ['g-admins', 'g-software']);
  jira.addPerson('u-idle', ['g-software']);
  jira.addPerson('u-idle-twice', ['g-software', 'g-developers', 'g-desk']);
  jira.addPerson(KEPT_ALIVE, ['g-software', 'g-outside']);
  for (const accountId of ACTIVE) jira.addPerson(accountId, ['g-software']);
  jira.addPerson('u-deactivated', ['g-software'], { active: false });
  jira.addPerson('app', ['g-software'], { accountType: 'app' });
}

function addWork({ jira }: World): void {
  const old = fact('u-idle', 'issue-created', 90);
  jira.issues.push(
    { key: 'A-1', creation: old, comments: [fact('u-commenter', 'comment-added', 3)], changes: [] },
    { key: 'A-2', creation: old, comments: [], changes: [fact('u-editor', 'issue-changed', 10)] },
    {
      key: 'A-3',
      creation: old,
      // The one who is active hides behind the page that a search answer shows.
      comments: [5, 6, 7].map((days) => fact('u-commenter', 'comment-added', days)),
      changes: [fact('u-long-thread', 'issue-changed', 20), ...[9, 8].map((n) => fact('u-editor', 'issue-changed', n))],
    },
    { key: 'A-4', creation: old, comments: [], changes: [] },
  );
  jira.worklogs.push(
    ...[50, 40, 30].map((days) => fact('u-logger', 'worklog', days)),
    fact('u-idle-twice', 'worklog', 80),
  );
  jira.audit.push({ at: START - 12 * DAY, by: 'u-auditor', assigned: null });
}

/** Saves, validates and publishes the profile as an administrator would; its first refresh waits in the queue. */
export async function publish(world: World): Promise<IntegrationProfile> {
  const viewed = START - 5 * DAY;
  await world.stamps.put({
    day: utcDay(viewed),
    kind: 'issue-viewed',
    accountId: 'u-viewer',
    at: viewed,
    ref: 'A-1',
  });
  const settings = {
    displayName: 'Jira',
    connectionName: 'Jira connection',
    downloadActivity: true,
    analyzeFrom: START - 60 * DAY - HOUR,
    reclaim: true,
    groupIds: SELECTION,
  };
  const draft = ok(
    await saveProfile(
      { profileId: undefined, revision: undefined, settings, lookBackConfirmed: false, caller: OPERATOR },
      world.ports,
    ),
  );
  const valid = ok(await validateConnection({ profileId: draft.id, caller: OPERATOR }, world.ports));
  return ok(await publishProfile({ profileId: valid.id, revision: valid.revision, caller: OPERATOR }, world.ports));
}

/** Confirms every rule of a profile as it is, as an administrator would before they reclaim. */
export async function confirmRules({ ports }: World, profileId: string): Promise<void> {
  for (const rule of await ports.rules.list(profileId)) {
    // The company is so small that everybody idle is a large share of it.
    const { id: ruleId, revision } = await ports.rules.save({ ...rule, maxPercentPerRun: 100 });
    ok(await confirmReclamationRule({ profileId, ruleId, revision, caller: OPERATOR }, ports));
  }
}

/** The value of an outcome that must not be a refusal. */
export function ok<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.message}`);
  return outcome.value;
}

/** How long ago, for tables. */
export const ago = (days: number): Instant => START - days * DAY;
