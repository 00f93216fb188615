import type { IntegrationProfile } from '../domain/integration-profile';
import type { Ports } from '../ports/ports';
import type { Burst } from './burst';
import { generationIdOf, type DownloadCursor } from './download-cursor';
import { firstReadings } from './settle-groups';

/** Finds out which groups are needed and which of them have to be read; notes the place, stores nothing yet. */
export async function planDownload(
  profile: IntegrationProfile,
  burst: Burst,
  ports: Pick<Ports, 'directory' | 'subscriptions' | 'clock'>,
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
    roles: roles
      .map(({ key, name, groups: giving }) => ({ key, name, groupIds: giving.map((group) => group.id) }))
      .filter((role) => role.groupIds.some((id) => profile.groupIds.includes(id))),
    groups: firstReadings(groups, previous, ports.clock.now()),
    parts: [],
    yielded: false,
    browserPages: 0,
    settlements: 0,
    ready: null,
  };
  burst.note({ cursor, progress: { done: 0, total: null, unit: 'members' } });
  return cursor;
}
