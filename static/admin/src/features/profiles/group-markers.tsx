import Lozenge from '@atlaskit/lozenge';
import type { JiraGroupView, RoleView } from '../../../../../src/shared/contract';

interface GroupMarkersProps {
  readonly group: JiraGroupView;
  readonly roles: readonly RoleView[];
}

/** What a group gives, in a word or two: a seat of which app, an administrator's rights, nothing. */
export function GroupMarkers({ group, roles }: GroupMarkersProps) {
  const names = group.roles.map((key) => roles.find((role) => role.key === key)?.name ?? key);
  return (
    <>
      {isAdministrators(group) ? <Lozenge appearance="danger">Administrators</Lozenge> : null}
      {names.map((name) => (
        <Lozenge key={name} appearance="information">
          {`Seat: ${name}`}
        </Lozenge>
      ))}
      {names.length === 0 ? <Lozenge appearance="neutral">No seat</Lozenge> : null}
      {group.defaultFor.length > 0 ? <Lozenge appearance="discovery">Default group</Lozenge> : null}
    </>
  );
}

/** Whether the group makes people administrators: such groups are never changed. */
export function isAdministrators(group: JiraGroupView): boolean {
  return group.access === 'admin' || group.access === 'site-admin';
}

/** What is doubtful about a choice of groups; empty when nothing is. */
export function doubts(groups: readonly JiraGroupView[]): readonly string[] {
  const administrators = groups.filter(isAdministrators);
  const seatless = groups.filter((group) => group.roles.length === 0);
  return [
    ...(groups.length === 0 ? ['Without a group no subscription is read. Choose at least one.'] : []),
    ...administrators.map(
      ({ name }) => `${name} makes people administrators. It is read, but nobody is ever removed from it.`,
    ),
    ...seatless.map(({ name }) => `${name} gives no seat, so nobody appears because of it.`),
  ];
}
