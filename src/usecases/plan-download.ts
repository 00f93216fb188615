import type { IntegrationProfile } from '../domain/integration-profile';
import { beginReading } from '../domain/group-reading';
import type { ApplicationRole } from '../domain/jira-group';
import type { GrantingRole } from '../domain/software-subscription';
import type { Ports } from '../ports/ports';
import type { Generation } from '../ports/stores';
import type { Burst } from './burst';
import { generationIdOf, type DownloadCursor } from './download-cursor';
import { firstReadings } from './settle-groups';

/**
 * Finds out which groups are needed and which of them have to be read; notes the place, stores nothing yet. A second look, at what
 * had lost everybody, reads them all.
 */
export async function planDownload(
  profile: IntegrationProfile,
  burst: Burst,
  ports: Pick<Ports, 'directory' | 'subscriptions' | 'clock'>,
  secondLook: DownloadCursor['secondLook'] = null,
): Promise<DownloadCursor> {
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
    form: 3,
    generationId: generationIdOf(burst.run),
    roles: grantingRoles(roles, previous).filter((role) => role.groupIds.some((id) => profile.groupIds.includes(id))),
    remarks: roles.filter(({ isPartial }) => isPartial).map(({ name: role }) => partialRemark(role)),
    groups: secondLook
      ? groups.map((group) => ({ ...group, reading: beginReading('differs', ports.clock.now()) }))
      : firstReadings(groups, previous, ports.clock.now()),
    secondLook,
    parts: [],
    yielded: false,
    browserPages: 0,
    settlements: 0,
    ready: null,
  };
  burst.note({ cursor, progress: { done: 0, total: null, unit: 'members' } });
  return cursor;
}

/** Of an application that can't be understood now, the groups that are known from the list before are kept. */
function grantingRoles(roles: readonly ApplicationRole[], previous: Generation | undefined): GrantingRole[] {
  const understood = new Set(roles.filter(({ isPartial }) => !isPartial).map(({ key }) => key));
  const before = understood.size < roles.length ? (previous?.roles ?? []) : [];
  const now = roles.map(({ key, name, groups }) => ({ key, name, groupIds: groups.map(({ id }) => id) }));
  const kept = before.filter(({ key }) => !understood.has(key));
  return [...now.filter(({ key }) => !kept.some((role) => role.key === key)), ...kept];
}

function partialRemark(role: string): string {
  return `Jira’s answer about ${role} can’t be understood: the groups that gave its seat before are taken for granted.`;
}
