import Heading from '@atlaskit/heading';
import { Consequences } from '../consequences';
import type { LeftGroup } from './access-of';
import { GroupAccess } from './group-access';

/** What one person loses besides the seat: in projects with their groups, and elsewhere. */
export function LostInProjects({ groups }: { readonly groups: readonly LeftGroup[] }) {
  return (
    <>
      <Heading as="h3" size="xsmall">
        What is lost in projects
      </Heading>
      <GroupAccess groups={groups} />
      <Consequences />
    </>
  );
}
