import Lozenge from '@atlaskit/lozenge';
import Spinner from '@atlaskit/spinner';
import type { UseQueryResult } from '@tanstack/react-query';
import type { CandidateRow, ReclaimResult, RoleKey } from '../../../../../src/shared/contract';
import { failureOf } from '../../api/call';
import { DataTable, type Column } from '../../components/data-table';
import { GroupTags } from '../../components/group-tags';
import { useFormat } from '../../components/format';
import { Person } from '../../components/person';
import { RouteLink } from '../../components/route-link';
import { useShowMore } from '../../components/show-more';
import { PREVIEWED } from './impact-summary';
import { OUTCOMES } from './outcomes';
import { useAppNames } from '../../components/use-app-names';
import { useSentence } from './use-group-names';
import { usePreviews } from './use-previews';

const LISTED = 200;

interface PreviewRow extends CandidateRow {
  readonly preview: UseQueryResult<ReclaimResult> | undefined;
}

const columns = (
  nameOf: (roleKey: RoleKey) => string,
  say: (text: string) => string,
): readonly Column<PreviewRow>[] => [
  {
    key: 'person',
    header: 'Person',
    cell: ({ number, accountId }) => (
      <RouteLink to={`/removal-candidates/${number}`}>
        <Person accountId={accountId} />
      </RouteLink>
    ),
  },
  { key: 'app', header: 'App', cell: ({ roleKey }) => nameOf(roleKey) },
  { key: 'days', header: 'Inactive days', isNumber: true, cell: ({ inactiveDays }) => inactiveDays ?? 'None seen' },
  { key: 'outcome', header: 'Now', cell: ({ preview }) => <Outcome preview={preview} say={say} /> },
  {
    key: 'groups',
    header: 'Leaves the groups',
    cell: ({ preview }) => <GroupTags names={preview?.data?.groups.map(({ name }) => name) ?? []} />,
  },
  { key: 'lost', header: 'Also loses', cell: ({ preview }) => preview?.data?.alsoLoses.join(', ') ?? '' },
  { key: 'savings', header: 'Saves a month', isNumber: true, cell: ({ preview }) => <Saves preview={preview} /> },
];

interface PreviewListProps {
  readonly profileId: string;
  readonly people: readonly CandidateRow[];
}

/** The people of a preview. The first are checked in Jira at once; all are checked right before their removal. */
export function PreviewList({ profileId, people }: PreviewListProps) {
  const previews = usePreviews(people.slice(0, PREVIEWED));
  const nameOf = useAppNames();
  const { shown, more } = useShowMore(people, LISTED);
  const rows = shown.map((row, index): PreviewRow => ({ ...row, preview: previews[index] }));
  return (
    <>
      {people.length > PREVIEWED ? (
        <p>
          The first {PREVIEWED} are checked in Jira now as a sample; everybody is checked right before their removal.
        </p>
      ) : null}
      <DataTable
        label="People in this preview"
        columns={columns(nameOf, useSentence(profileId))}
        rows={rows}
        rowKey={({ number }) => number}
      />
      {more}
    </>
  );
}

function Saves({ preview }: Pick<PreviewRow, 'preview'>) {
  const format = useFormat();
  const outcome = preview?.data?.outcome;
  const saves = outcome === 'would-remove' || outcome === 'would-ask';
  return saves && preview?.data ? <>{format.money(preview.data.savings)}</> : null;
}

function Outcome({ preview, say }: Pick<PreviewRow, 'preview'> & { readonly say: (text: string) => string }) {
  if (!preview) return <>Checked before removal</>;
  if (preview.error) return <>Could not be checked: {failureOf(preview.error).message}</>;
  if (!preview.data) return <Spinner size="small" label="Checking" />;
  const { outcome, notes } = preview.data;
  const { text, appearance } = OUTCOMES[outcome];
  // Where the only thing to say is that everything was right, the table is easier to read without it.
  const isPlain = outcome === 'would-remove' && notes.length <= 1;
  return (
    <>
      <Lozenge appearance={appearance}>{text}</Lozenge>
      {isPlain ? null : <p>{say(notes.join(' '))}</p>}
    </>
  );
}
