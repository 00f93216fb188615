import SectionMessage from '@atlaskit/section-message';
import type { PermissionScheme } from '../../../api/permission-schemes';
import { useFormat } from '../../../components/format';
import { Stack } from '../../../components/layout';
import styles from '../candidates.module.css';
import { lonelyProjects, type LeftGroup, type LonelyProject } from './access-of';
import { projectsInWords } from './access-words';
import { GroupLine } from './group-line';
import { HowFar } from './how-far';
import { usePermissionSchemes, useRoleReading } from './use-group-access';

const NONE: readonly PermissionScheme[] = [];

/** What groups give besides apps: roles of projects and permission schemes, read in Jira as whoever is at the page. */
export function GroupAccess({ groups }: { readonly groups: readonly LeftGroup[] }) {
  const reading = useRoleReading();
  const query = usePermissionSchemes();
  const schemes = query.data ?? NONE;
  const lonely = lonelyProjects(groups, reading.read, schemes);
  const isAllRead =
    reading.projects !== null && reading.read.filter(({ isWhole }) => isWhole).length === reading.projects.length;
  return (
    <Stack>
      {lonely.length > 0 ? <NobodyElse lonely={lonely} /> : null}
      <HowFar reading={reading} />
      {query.error ? (
        <p role="alert">
          Jira did not show its permission schemes, so what they grant to these groups is not known. Look there if that
          matters.
        </p>
      ) : null}
      <ul className={styles.bullets}>
        {groups.map((group) => (
          <GroupLine
            key={group.id}
            group={group}
            read={reading.read}
            schemes={schemes}
            isAllRead={isAllRead && query.data !== undefined}
          />
        ))}
      </ul>
    </Stack>
  );
}

function NobodyElse({ lonely }: { readonly lonely: readonly LonelyProject[] }) {
  const format = useFormat();
  const names = format.list([...new Set(lonely.flatMap(({ groups }) => groups))].sort());
  const places = projectsInWords(
    lonely.map(({ project }) => project),
    format,
  );
  return (
    <SectionMessage appearance="warning" title={`Nobody but ${names} administers ${places}`}>
      <p>
        Whoever leaves loses the administrators’ role there. If nobody stays in the group, only Jira administrators can
        change {lonely.length === 1 ? 'this project' : 'these projects'}. Give somebody else the role first.
      </p>
    </SectionMessage>
  );
}
