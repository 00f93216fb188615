import { asApp, route } from '@forge/api';
import { z } from 'zod';
import type { ApplicationRole } from '../../domain/jira-group';
import type { JiraCalls } from './jira-calls';
import { nameOf, readElements } from './read-elements';
import { readGroups } from './read-groups';

const text = z.string().nullish().catch(null);
const count = z.number().nullish().catch(null);
const list = z.array(z.unknown()).nullish().catch(null);
const Role = z.object({
  key: z.string().min(1),
  name: text,
  groups: list,
  groupDetails: list,
  defaultGroupsDetails: list,
  numberOfSeats: count,
  userCount: count,
  hasUnlimitedSeats: z.boolean().nullish().catch(null),
});
type RoleAnswer = z.infer<typeof Role>;

/**
 * Reads the applications and the groups that give their seats. One that can't be understood is partial: whether it gives a seat
 * to a group is not known.
 */
export async function readRoles(calls: JiraCalls): Promise<ApplicationRole[]> {
  const answer = await calls.read({
    operation: 'GET /rest/api/3/applicationrole',
    charge: { perObject: 2, atMost: 100 },
    send: () => asApp().requestJira(route`/rest/api/3/applicationrole`),
    schema: z.array(z.unknown()),
    // Not documented whether the roles or their groups are counted: expect the dearer.
    objects: (roles) => roles.reduce<number>((groups, role) => groups + Math.max(1, groupsIn(role)), 0),
  });
  const { values, damaged } = readElements(Role, answer);
  return [...values.map(roleOf), ...damaged.map(unnamed)];
}

function groupsIn(role: unknown): number {
  return Role.safeParse(role).data?.groupDetails?.length ?? 0;
}

function roleOf(role: RoleAnswer): ApplicationRole {
  const { key, name, groups, groupDetails, defaultGroupsDetails, numberOfSeats, userCount, hasUnlimitedSeats } = role;
  const giving = readGroups(groupDetails ?? []);
  // Without details the plain names tell at least whether there are any.
  const isPartial = giving.unread > 0 || (!groupDetails && groups?.length !== 0);
  const isLimited = !hasUnlimitedSeats && typeof numberOfSeats === 'number' && numberOfSeats >= 0;
  return {
    key,
    name: name || key,
    groups: giving.groups,
    defaultGroupIds: readGroups(defaultGroupsDetails ?? []).groups.map(({ id }) => id),
    seats: isLimited ? numberOfSeats : null,
    usedSeats: userCount ?? 0,
    isPartial,
  };
}

function unnamed(element: unknown, index: number): ApplicationRole {
  const name = nameOf(element) ?? 'an application without a key';
  const key = `unread-${index + 1}`;
  return { key, name, groups: [], defaultGroupIds: [], seats: null, usedSeats: 0, isPartial: true };
}
