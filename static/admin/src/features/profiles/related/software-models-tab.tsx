import EmptyState from '@atlaskit/empty-state';
import type { GroupId, JiraGroupView, ProfileView, RoleView } from '../../../../../../src/shared/contract';
import { useAnswer } from '../../../api/queries';
import { DataTable, type Column } from '../../../components/data-table';
import { useFormat, type Format } from '../../../components/format';
import { GroupTags } from '../../../components/group-tags';
import { Loaded } from '../../../components/loaded';
import { TableSkeleton } from '../../../components/skeletons';

interface Model {
  readonly role: RoleView;
  readonly groups: readonly JiraGroupView[];
}

/** The applications whose seats the profile's groups give. */
export function SoftwareModelsTab({ profile }: { readonly profile: ProfileView }) {
  const format = useFormat();
  const query = useAnswer('listJiraGroups', {});
  return (
    <Loaded query={query} skeleton={<TableSkeleton rows={3} columns={4} />}>
      {({ groups, roles }) => {
        const models = modelsOf(profile.groupIds, groups, roles);
        return models.length > 0 ? (
          <DataTable label="Software models" columns={columns(format)} rows={models} rowKey={({ role }) => role.key} />
        ) : (
          <EmptyState
            header="No software model"
            headingLevel={2}
            description="Every application whose seat a selected group gives appears here. None of the selected groups gives one."
          />
        );
      }}
    </Loaded>
  );
}

function modelsOf(
  selected: readonly GroupId[],
  groups: readonly JiraGroupView[],
  roles: readonly RoleView[],
): readonly Model[] {
  const chosen = groups.filter(({ id }) => selected.includes(id));
  return roles
    .map((role) => ({ role, groups: chosen.filter((group) => group.roles.includes(role.key)) }))
    .filter((model) => model.groups.length > 0);
}

function columns({ number }: Format): readonly Column<Model>[] {
  return [
    { key: 'name', header: 'Software model', cell: ({ role }) => role.name },
    {
      key: 'groups',
      header: 'Given by these groups of the profile',
      cell: ({ groups }) => <GroupTags names={groups.map(({ name }) => name)} limit={5} />,
    },
    { key: 'used', header: 'Seats used on the site', isNumber: true, cell: ({ role }) => number(role.usedSeats) },
    {
      key: 'owned',
      header: 'Seats purchased',
      isNumber: true,
      cell: ({ role }) => (role.seats === null ? 'Unlimited' : number(role.seats)),
    },
  ];
}
