import { CLASS_OF_KIND, type ActivityClass, type Coverage } from './activity';
import type { ExplainedFact } from './decision-explanation';
import { explainFutile } from './effective-seat';
import { linkOf } from './fact-link';
import type { GroupId, RoleKey } from './identifiers';
import { utcDay, type Instant } from './instant';
import { isAdministratorGroup, type AdministratorGroups, type ApplicationRole } from './jira-group';
import { explainManaged, type ManagedGroup } from './managed-group';
import type { TimelineEvent } from './person-timeline';
import { programDoubt, type OwnerKind } from './programs/account-owner';
import type { AccountNow } from './safety-gate';

/** A group that gives the seat. */
export interface GivingGroup {
  readonly id: GroupId;
  readonly name: string;
  /** In the profile's selection and changeable here. */
  readonly removable: boolean;
  readonly note: string | null;
  /** Other applications that the group gives too. */
  readonly alsoGives: readonly RoleKey[];
}

/** What Jira says about a person now. */
export interface PersonNow extends AccountNow {
  /** Whose account an administrator confirmed it to be. */
  readonly confirmedAs: OwnerKind | null;
  readonly groupIds: readonly GroupId[];
}

/** The groups that give the seat now, those outside the selection among them. */
export function givingGroups(
  groupIds: readonly GroupId[],
  roleKey: RoleKey,
  roles: readonly Pick<ApplicationRole, 'key' | 'groups'>[],
  selectedGroupIds: readonly GroupId[],
  administrators: AdministratorGroups,
  managed: readonly ManagedGroup[],
): GivingGroup[] {
  const giving = (id: GroupId) => roles.filter(({ groups }) => groups.some((group) => group.id === id));
  return (roles.find(({ key }) => key === roleKey)?.groups ?? [])
    .filter(({ id }) => groupIds.includes(id))
    .map(({ id, name }) => {
      const note = noteOn(id, selectedGroupIds, administrators, managed);
      const others = giving(id).filter(({ key }) => key !== roleKey);
      return { id, name, note, removable: note === null, alsoGives: others.map(({ key }) => key) };
    });
}

function noteOn(
  id: GroupId,
  selectedGroupIds: readonly GroupId[],
  administrators: AdministratorGroups,
  managed: readonly ManagedGroup[],
): string | null {
  if (isAdministratorGroup(id, administrators)) return 'An administrators’ group: never touched.';
  if (!selectedGroupIds.includes(id)) return 'Not in the profile’s selection: it keeps the seat alive.';
  const mark = managed.find(({ groupId }) => groupId === id);
  return mark ? explainManaged(mark) : null;
}

/** What is looked at again at the moment of a removal. */
export function explainPerson(
  person: PersonNow | undefined,
  roleName: string,
  groups: readonly GivingGroup[],
): ExplainedFact[] {
  if (!person) return [{ name: 'Account', text: 'Jira no longer knows this account.', speaks: 'against' }];
  return [accountFact(person), groupFact(roleName, groups)];
}

function accountFact({ active, accountType, guest, serviceAccount, ...person }: PersonNow): ExplainedFact {
  const name = 'Account';
  if (!active) return { name, text: 'The account is deactivated and holds no seat.', speaks: 'against' };
  if (accountType !== 'atlassian')
    return { name, text: 'This is the account of an app or a customer, not a person’s.', speaks: 'against' };
  if (guest) return { name, text: 'A guest account: guests are not removed by this app.', speaks: 'against' };
  if (serviceAccount)
    return { name, text: 'A service account: service accounts are not removed by this app.', speaks: 'against' };
  const doubt = programDoubt(person.soundsLikeProgram, person.confirmedAs);
  if (doubt === 'confirmed-program') return { name, text: 'You confirmed that a program uses it.', speaks: 'against' };
  if (doubt === 'suspected')
    return { name, text: 'The account’s name sounds like a program’s. Confirm whose it is.', speaks: 'against' };
  return { name, text: 'An active account of a person.', speaks: 'neither' };
}

function groupFact(roleName: string, groups: readonly GivingGroup[]): ExplainedFact {
  const name = 'Groups';
  if (groups.length === 0)
    return { name, text: `Jira lists no group that gives ${roleName} to them now.`, speaks: 'against' };
  const stuck = groups.filter(({ removable }) => !removable);
  if (stuck.length > 0) {
    const free = groups.filter(({ removable }) => removable);
    const futile = free.length > 0 ? ` ${explainFutile(names(free), names(stuck))}` : '';
    const text = `${names(stuck).join(', ')} can’t be taken away here, so none is.${futile}`;
    return { name, text, speaks: 'against' };
  }
  return { name, text: `${names(groups).join(', ')} would be taken away.`, speaks: 'neither' };
}

function names(groups: readonly GivingGroup[]): string[] {
  return groups.map(({ name }) => name);
}

const CLASS_NAMES: readonly (readonly [ActivityClass, string])[] = [
  ['contribution', 'Last contribution'],
  ['administration', 'Last administration'],
  ['view', 'Last view'],
];

/** The newest of each class, whether the rule counts it or not, and where to look it up. */
export function explainTraces(
  events: readonly TimelineEvent[],
  coverage: Coverage | undefined,
  eventsFrom: Instant | null,
): ExplainedFact[] {
  return CLASS_NAMES.map(([activityClass, name]): ExplainedFact => {
    const newest = events.find(({ kind }) => CLASS_OF_KIND[kind] === activityClass);
    if (newest) {
      const link = linkOf(newest.ref);
      const where = link?.kind === 'work-item' ? `, in ${link.key}` : '';
      return { name, text: `On ${utcDay(newest.at)}${where}.`, speaks: 'neither', link };
    }
    const since = activityClass === 'view' ? eventsFrom : (coverage?.from ?? null);
    const known = since === null ? 'and it is not known since when one would be' : `since ${utcDay(since)}`;
    const text =
      activityClass === 'view'
        ? `None seen; views are counted ${since === null ? 'from the installation on' : known}.`
        : `None seen ${known}.`;
    return { name, text, speaks: 'neither' };
  });
}
