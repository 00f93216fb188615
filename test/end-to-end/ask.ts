import { setTimeout } from 'node:timers/promises';
import type { Answer, Input, Operation, Output } from '../../src/shared/contract';
import { asOfNow, gatherChanges } from '../../static/admin/src/features/subscriptions/list/list-changes';
import { unpackPart, unpackRefs } from '../../static/admin/src/features/subscriptions/list/unpack-part';
import type { Site } from '../site/assemble';
import type { RunningSite } from '../site/site';

/** The shortest window in which Forge counts the calls of one installation. */
const RATE_WINDOW_MS = 1_000;

/** Calls the app as the page does, for one person. `envelope` answers refusals too; `ask` expects success. */
export function asPerson({ forge }: Site, accountId: string) {
  const envelope = async <Name extends Operation>(operation: Name, payload: unknown): Promise<Answer<Output<Name>>> => {
    const [page] = forge.pages;
    if (!page) throw new Error('the app has no page');
    for (;;) {
      const result = await forge.invoke({ moduleKey: page.key, functionKey: operation, payload, accountId });
      if (result.ok) return result.value as Answer<Output<Name>>;
      // No person calls 300 times in a second; a fast machine does. What was refused never ran.
      if (!result.error.message.startsWith('Rate limit exceeded'))
        throw new Error(`${operation}: ${result.error.message}`);
      await setTimeout(RATE_WINDOW_MS);
    }
  };
  const ask = async <Name extends Operation>(operation: Name, input: Input<Name>): Promise<Output<Name>> => {
    const answer = await envelope(operation, input);
    if (!answer.ok) throw new Error(`${operation} was refused: ${answer.error.code} ${answer.error.message}`);
    return answer.value;
  };
  return { ask, envelope };
}

export type Person = ReturnType<typeof asPerson>;

/** The first site administrator, who sets the app up. */
export function asAdministrator(site: Site): Person & { accountId: string } {
  const [accountId] = site.jira.siteAdministrators();
  if (accountId === undefined) throw new Error('the site has no administrator');
  return { accountId, ...asPerson(site, accountId) };
}

/** The groups a profile selects by default: they give a seat and no administrator's rights. */
export async function seatGroups({ ask }: Person): Promise<string[]> {
  const { groups } = await ask('listJiraGroups', {});
  return groups.filter(({ access }) => access === 'user').map(({ id }) => id);
}

/** Every seat of the profile's current list. */
export async function allSeats({ ask, envelope }: Person, profileId: string) {
  const answer = await envelope('getSubscriptionTable', { profileId });
  const table = answer.ok ? answer.value : null;
  if (!table) return [];
  const { list, roles } = table;
  const changes = await gatherChanges((from) => ask('readSubscriptionChanges', { profileId, list, from }));
  const parts = await Promise.all(
    Array.from({ length: table.parts }, async (_, part) =>
      unpackPart(await ask('readSubscriptionPart', { list, part }), Date.parse(answer.now)),
    ),
  );
  return parts.flat().map((seat) => ({ ...asOfNow(seat, roles, changes), roleKey: roles[seat.role]?.key ?? '' }));
}

/** What a file names of every seat of the profile's current list. */
export async function allRefs({ ask }: Person, profileId: string): Promise<string[]> {
  const table = await ask('getSubscriptionTable', { profileId });
  const { list = '', parts = 0 } = table ?? {};
  const read = Array.from({ length: parts }, (_, part) => ask('readSubscriptionRefs', { list, part }));
  return (await Promise.all((await Promise.all(read)).map(unpackRefs))).flat();
}

/** The same as the page does it: a list that is replaced while it is read is read anew. */
export async function openList(person: Person, profileId: string): ReturnType<typeof allSeats> {
  for (let tries = 0; ; tries += 1)
    try {
      return await allSeats(person, profileId);
    } catch (error) {
      if (tries === 3 || !String(error).includes('conflict')) throw error;
    }
}

/** Every removal candidate of the profile. */
export async function allCandidates({ ask }: Person, profileId: string) {
  const { buckets } = await ask('getCandidateTable', { profileId });
  const pages = await Promise.all(
    Array.from({ length: buckets }, (_, bucket) => ask('readCandidateBucket', { profileId, bucket })),
  );
  return pages.flatMap(({ rows }) => rows);
}

/** Whom a reclaim run removed, restored ones included. */
export async function removedBy({ ask }: Person, runId: string) {
  const { parts } = await ask('readRunResults', { runId, part: 0 });
  const pages = await Promise.all(Array.from({ length: parts }, (_, part) => ask('readRunResults', { runId, part })));
  return pages.flatMap(({ rows }) => rows).filter(({ isRemoved }) => isRemoved);
}

/** The id of the one profile there is. */
export async function onlyProfile({ ask }: Person): Promise<string> {
  const { profiles } = await ask('listProfiles', {});
  const [profile] = profiles;
  if (!profile || profiles.length > 1) throw new Error(`expected one profile, found ${profiles.length}`);
  return profile.id;
}

/** Lets every rule take all its candidates at once: generated sites are small and mostly idle. */
export function liftLimits(person: Person, profileId: string): Promise<void> {
  return changeRules(person, profileId, { maxPercentPerRun: 100 });
}

/** Changes some settings of every reclamation rule of the profile. */
export async function changeRules(
  { ask }: Person,
  profileId: string,
  changes: Partial<Input<'saveReclamationRule'>['settings']>,
): Promise<void> {
  const { rules } = await ask('listReclamationRules', { profileId });
  for (const { id: ruleId, revision, ...rule } of rules) {
    const { name, lastActivityThresholdDays, activityBasis, includeNoActivity, createCandidates } = rule;
    const { newAccountGraceDays, maxSeatsPerRun, maxPercentPerRun, condition, protectedAccountIds, protectedGroupIds } =
      rule;
    const { cadence, mode } = rule;
    const who = { name, lastActivityThresholdDays, activityBasis, includeNoActivity, createCandidates, condition };
    const limits = { newAccountGraceDays, maxSeatsPerRun, maxPercentPerRun, cadence, mode };
    const settings = { ...who, ...limits, protectedAccountIds, protectedGroupIds, ...changes };
    await ask('saveReclamationRule', { profileId, ruleId, revision, settings });
  }
}

/** Confirms every reclamation rule of the profile as it is: before that nobody is reclaimed. */
export async function confirmRules({ ask }: Person, profileId: string): Promise<void> {
  const { rules } = await ask('listReclamationRules', { profileId });
  for (const { id, revision } of rules) await ask('confirmReclamationRule', { profileId, ruleId: id, revision });
}

/** Has every rule ask people first, through a work item of its own, and confirms the rules as they are then. */
export async function askPeopleFirst(
  site: RunningSite,
  admin: Person & { accountId: string },
  days: number,
): Promise<void> {
  const profileId = await onlyProfile(admin);
  const created = new Date(site.clock.now()).toISOString();
  const record = { key: 'LIC-1', project: 'LIC', created, creator: admin.accountId };
  await site.control('POST', '/issue', record);
  await admin.ask('saveNoticeSettings', { workItem: 'LIC-1', revision: 0 });
  await changeRules(admin, profileId, { maxPercentPerRun: 100, notifyUser: true, daysBeforeAutoReclamation: days });
  await confirmRules(admin, profileId);
}

/** The groups somebody is in now, as an administrator reads them in Jira; its limit of calls a second is waited out. */
export async function groupsInJira(
  site: RunningSite,
  admin: { readonly accountId: string },
  accountId: string,
): Promise<string[]> {
  const authorization = `Basic ${Buffer.from(`${admin.accountId}:x`).toString('base64')}`;
  const url = `${site.url}/rest/api/3/user/groups?accountId=${encodeURIComponent(accountId)}`;
  const answer = await fetch(url, { headers: { authorization } });
  if (answer.status === 429) {
    await site.forge.advanceTo(site.clock.now() + 1000);
    return groupsInJira(site, admin, accountId);
  }
  return ((await answer.json()) as { groupId: string }[]).map(({ groupId }) => groupId).sort();
}
