import type { JiraGroupView } from '../../../../../../src/shared/contract';
import { isAdministrators } from './draft-problems';

/** What is doubtful about a choice of groups, although it can be saved; empty when nothing is. */
export function doubts(groups: readonly JiraGroupView[], isReclaimOn: boolean): readonly string[] {
  const administrators = isReclaimOn ? [] : groups.filter(isAdministrators);
  const seatless = groups.filter((group) => group.roles.length === 0);
  const managed = isReclaimOn ? groups.filter((group) => group.externallyManaged) : [];
  return [
    ...administrators.map(
      ({ name }) => `${name} makes people administrators. It is read, but nobody is ever removed from it.`,
    ),
    ...seatless.map(({ name }) => `${name} gives no seat, so nobody appears because of it.`),
    ...managed.map(
      ({ name }) =>
        `Jira refused to change ${name} before: an identity provider probably manages it. Its people are read; take their seats back there.`,
    ),
  ];
}

/** Why a group can't be selected; undefined when it can. */
export function reasonAgainst(group: JiraGroupView, isReclaimOn: boolean): string | undefined {
  if (!isReclaimOn || !isAdministrators(group)) return undefined;
  return 'Makes people administrators, who are never removed. It can be selected only while Reclaim is off.';
}
