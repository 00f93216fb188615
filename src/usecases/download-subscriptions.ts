import type { IntegrationProfile } from '../domain/integration-profile';
import { isFailure, type FailureCode } from '../ports/failures';
import type { Ports } from '../ports/ports';
import type { Burst, Work, WorkResult } from './burst';
import { cursorOf, type DownloadCursor, type GroupWork, type Ready } from './download-cursor';
import { readPreviousList } from './previous-list';
import { needsPages, readMemberPages } from './read-member-pages';
import { firstReadings, settleGroups } from './settle-groups';
import { writeGeneration } from './write-generation';

/**
 * Downloads who holds a seat through the selected groups. The first time, and for a few groups every day, all pages are read;
 * otherwise the list before is brought up to date with the audit log, and only groups whose size then differs are read. The new
 * list is made current in one step when every group is shown to be right. A burst that is repeated stages the same part again.
 */
export const downloadSubscriptions: Work = async (burst, ports) => {
  const profile = await ports.profiles.find(burst.run.profileId);
  if (profile?.status !== 'Published') {
    return { kind: 'finished', status: 'Partial', summary: 'The profile is not published any more; nothing was read.' };
  }
  const cursor = await downloadAll(profile, burst, ports).catch((error: unknown) => giveUp(error, burst, ports));
  if (!cursor?.ready) return { kind: 'more' };
  const { generation, outdated } = cursor.ready;
  await ports.subscriptions.publish(generation);
  await ports.subscriptions.sweep(cursor.generationId, { chunks: cursor.chunks, buckets: 0 });
  if (outdated) await ports.subscriptions.sweep(outdated.id, { chunks: 0, buckets: outdated.buckets });
  return summarize(cursor, cursor.ready);
};

/** Works until the list is written; undefined when the burst is over before. */
async function downloadAll(profile: IntegrationProfile, burst: Burst, ports: Ports) {
  let cursor = cursorOf(burst) ?? (await plan(profile, burst, ports));
  while (!cursor.ready) {
    if (burst.isOver()) return undefined;
    cursor = needsPages(cursor) ? await readMemberPages(cursor, burst, ports) : await settle(cursor, burst, ports);
  }
  return cursor;
}

/** What nothing is concluded from: these end the run, so the pages it has stored are of no more use. */
const FATAL: readonly FailureCode[] = ['jira-not-found', 'jira-refused', 'jira-rejected', 'jira-changed'];

async function giveUp(error: unknown, burst: Burst, { subscriptions }: Ports): Promise<never> {
  const cursor = cursorOf(burst);
  if (cursor && isFailure(error, ...FATAL)) {
    await subscriptions.sweep(cursor.generationId, { chunks: cursor.chunks, buckets: 0 });
  }
  throw error;
}

async function plan(profile: IntegrationProfile, burst: Burst, ports: Ports): Promise<DownloadCursor> {
  const [roles, administrators] = await Promise.all([
    ports.directory.listRoles(),
    ports.directory.listAdministratorGroups(),
  ]);
  const previous = await ports.subscriptions.findCurrent(profile.id);
  const names = new Map(roles.flatMap((role) => role.groups).map((group) => [group.id, group.name]));
  const administratorGroupIds = new Set([...administrators.admin, ...administrators.siteAdmin]);
  const groups = [...new Set([...profile.groupIds, ...administratorGroupIds])].map((id) => ({
    id,
    name: names.get(id) ?? id,
    selected: profile.groupIds.includes(id),
    administrators: administratorGroupIds.has(id),
  }));
  const cursor: DownloadCursor = {
    form: 2,
    generationId: `${profile.id}.${burst.run.createdAt}`,
    roles: roles
      .map(({ key, name, groups: giving }) => ({ key, name, groupIds: giving.map((group) => group.id) }))
      .filter((role) => role.groupIds.some((id) => profile.groupIds.includes(id))),
    groups: firstReadings(groups, previous, ports.clock.now()),
    chunks: 0,
    settlements: 0,
    ready: null,
  };
  burst.note({ cursor, progress: { done: 0, total: null, unit: 'members' } });
  return cursor;
}

/** Makes the list of what is there, or finds out what else has to be read. */
async function settle(cursor: DownloadCursor, burst: Burst, ports: Ports): Promise<DownloadCursor> {
  const previous = await readPreviousList(burst.run.profileId, ports);
  const settlement = await settleGroups(cursor, previous, ports);
  if (settlement.kind === 'settled') {
    const ready = await writeGeneration(cursor, previous, settlement.settled, burst, ports);
    return { ...cursor, ready };
  }
  const next = { ...cursor, groups: settlement.groups, settlements: cursor.settlements + 1 };
  burst.note({ cursor: next });
  await burst.checkpoint();
  return next;
}

function summarize({ groups }: DownloadCursor, { generation, changes }: Ready): WorkResult {
  const { memberships, others, audited } = changes;
  const { people, seats } = generation;
  const have = `${people} people hold ${seats} seats; ${others} app, customer and deactivated accounts are not seats.`;
  if (groups.every(({ reading }) => reading?.because === 'first')) {
    const summary = `Read ${memberships} memberships of ${generation.groups.length} groups: ${have}`;
    return { kind: 'finished', status: 'Complete', summary };
  }
  const log =
    audited === null
      ? 'the audit log can’t be read, so sizes and the weekly reading tell of changes'
      : `the audit log told of ${audited} changes`;
  const summary = `Checked ${groups.length} groups, ${readingsOf(groups)}; ${log}: ${have}`;
  return { kind: 'finished', status: 'Complete', summary };
}

/** `read 1 again because its size differed and 2 whose weekly turn it was` */
function readingsOf(groups: readonly GroupWork[]): string {
  const count = (because: string) => groups.filter(({ reading }) => reading?.because === because).length;
  const parts = [
    [count('first'), 'for the first time'],
    [count('differs'), 'again because the size differed'],
    [count('weekly'), 'because it is their turn, once a week'],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, why]) => `${number} ${why}`);
  return told.length === 0 ? 'read none again' : `read ${told.join(' and ')}`;
}
