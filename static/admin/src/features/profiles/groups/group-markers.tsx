import Lozenge from '@atlaskit/lozenge';
import type { JiraGroupView, RoleView } from '../../../../../../src/shared/contract';
import { isAdministrators } from '../model/draft-problems';

interface GroupMarkersProps {
  readonly group: JiraGroupView;
  readonly roles: readonly RoleView[];
}

/** What a group gives, in a word or two: a seat of which app, an administrator's rights, nothing; and who manages it. */
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
      {group.externallyManaged ? (
        <>
          <Lozenge appearance="warning">Managed elsewhere</Lozenge>
          <span>{group.managedBecause}</span>
        </>
      ) : null}
    </>
  );
}
