import type { CandidateRow } from '../../../../../../src/shared/contract';
import { Section } from '../../../components/section';
import { PREVIEWED } from '../impact-summary';
import { usePreviews } from '../use-previews';
import type { LeftGroup } from './access-of';
import { GroupAccess } from './group-access';

/** What the groups of a preview give in projects, as soon as a first person was checked. */
export function LeftGroups({ people }: { readonly people: readonly CandidateRow[] }) {
  const previews = usePreviews(people.slice(0, PREVIEWED));
  const found = previews.flatMap(({ data }) => (data?.outcome.startsWith('would') ? data.groups : []));
  const groups = unique(found);
  if (groups.length === 0) return null;
  return (
    <Section
      title="What these groups give in projects"
      description="Roles in projects and permission schemes, read in Jira in your name. Nothing of it is stored."
      isCard
    >
      <GroupAccess groups={groups} />
    </Section>
  );
}

function unique(groups: readonly LeftGroup[]): readonly LeftGroup[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name));
}
