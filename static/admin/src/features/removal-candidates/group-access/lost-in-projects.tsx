import Heading from '@atlaskit/heading';
import type { LeftGroup } from './access-of';
import { GroupAccess } from './group-access';

/** What one person loses in projects with their groups. */
export function LostInProjects({ groups }: { readonly groups: readonly LeftGroup[] }) {
  return (
    <>
      <Heading as="h3" size="xsmall">
        What is lost in projects
      </Heading>
      <GroupAccess groups={groups} />
    </>
  );
}
