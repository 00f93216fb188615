import { z } from 'zod';
import { AuditRecord, GroupRecord, IssueRecord, UserRecord } from '../data/records';
import { ADDONS_GROUP, APP_USER } from './app-user';
import { Mail } from './mails';
import { RolePlace } from './project-roles';
import type { SiteState } from './site-state';

const Snapshot = z.object({
  users: z.array(UserRecord),
  groups: z.array(GroupRecord),
  memberships: z.array(z.object({ at: z.number(), accountId: z.string(), groupId: z.string(), joined: z.boolean() })),
  issues: z.array(z.object({ at: z.number(), record: IssueRecord })),
  audit: z.array(AuditRecord),
  projectRoles: z.array(z.object({ groupId: z.string(), places: z.array(RolePlace) })).default([]),
  mails: z.array(Mail).default([]),
  points: z.object({ hour: z.number(), used: z.number() }),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** What differs from the data the site started from. */
export function takeSnapshot(state: SiteState, points: Snapshot['points']): Snapshot {
  const { directory, issues, audit, data } = state;
  const known = new Set<unknown>([APP_USER, ADDONS_GROUP, ...data.users, ...data.groups]);
  return {
    users: directory.users().filter((user) => !known.has(user)),
    groups: directory.groups().filter((group) => !known.has(group)),
    memberships: [...directory.memberships.log()],
    issues: [...issues.changes()],
    audit: audit.appended(),
    projectRoles: state.projectRoles.list(),
    mails: [...state.mails.list()],
    points,
  };
}

/** Brings a fresh state to where the snapshot was taken. */
export function applySnapshot(state: SiteState, value: unknown): Snapshot {
  const snapshot = Snapshot.parse(value);
  const { directory } = state;
  for (const group of snapshot.groups) directory.putGroup(group);
  for (const user of snapshot.users)
    directory.putUser({ ...user, groups: directory.user(user.accountId)?.groups ?? [] });
  for (const change of snapshot.memberships) directory.changeMembership(change);
  for (const { at, record } of snapshot.issues) state.issues.put(record, at);
  for (const { groupId, places } of snapshot.projectRoles) state.projectRoles.put(groupId, places);
  state.audit.restore(snapshot.audit);
  state.mails.restore(snapshot.mails);
  return snapshot;
}
