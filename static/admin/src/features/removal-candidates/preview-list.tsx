import Lozenge from '@atlaskit/lozenge';
import Spinner from '@atlaskit/spinner';
import type { UseQueryResult } from '@tanstack/react-query';
import type { CandidateRow, ReclaimResult } from '../../../../../src/shared/contract';
import { failureOf } from '../../api/call';
import { DataTable, type Column } from '../../components/data-table';
import { GroupTags } from '../../components/group-tags';
import { useFormat } from '../../components/format';
import { Person } from '../../components/person';
import { RouteLink } from '../../components/route-link';
import { PREVIEWED } from './impact-summary';
import { OUTCOMES } from './outcomes';
import { usePreviews } from './use-previews';

const LISTED = 200;

interface PreviewRow extends CandidateRow {
  readonly preview: UseQueryResult<ReclaimResult> | undefined;
}

const COLUMNS: readonly Column<PreviewRow>[] = [
  {
    key: 'person',
    header: 'Person',
    cell: ({ number, accountId }) => (
      <RouteLink to={`/removal-candidates/${number}`}>
        <Person accountId={accountId} />
      </RouteLink>
    ),
  },
  { key: 'days', header: 'Inactive days', isNumber: true, cell: ({ inactiveDays }) => inactiveDays ?? 'None seen' },
  { key: 'outcome', header: 'Now', cell: ({ preview }) => <Outcome preview={preview} /> },
  {
    key: 'groups',
    header: 'Leaves the groups',
    cell: ({ preview }) => <GroupTags names={preview?.data?.groups.map(({ name }) => name) ?? []} />,
  },
  { key: 'lost', header: 'Also loses', cell: ({ preview }) => preview?.data?.alsoLoses.join(', ') ?? '' },
  { key: 'savings', header: 'Saves a month', isNumber: true, cell: ({ preview }) => <Saves preview={preview} /> },
  { key: 'notes', header: 'Checked', cell: ({ preview }) => preview?.data?.notes.join(' ') ?? '' },
];

/** The people of a preview. The first are checked in Jira at once; all are checked right before their removal. */
export function PreviewList({ people }: { readonly people: readonly CandidateRow[] }) {
  const previews = usePreviews(people.slice(0, PREVIEWED));
  const rows = people.slice(0, LISTED).map((row, index): PreviewRow => ({ ...row, preview: previews[index] }));
  return (
    <>
      {people.length > PREVIEWED ? (
        <p>
          The first {PREVIEWED} are checked in Jira now as a sample; everybody is checked right before their removal.
          {people.length > LISTED ? ` The first ${LISTED} are listed.` : ''}
        </p>
      ) : null}
      <DataTable label="People in this preview" columns={COLUMNS} rows={rows} rowKey={({ number }) => number} />
    </>
  );
}

function Saves({ preview }: Pick<PreviewRow, 'preview'>) {
  const format = useFormat();
  return preview?.data?.outcome === 'would-remove' ? <>{format.money(preview.data.savings)}</> : null;
}

function Outcome({ preview }: { readonly preview: UseQueryResult<ReclaimResult> | undefined }) {
  if (!preview) return <>Checked before removal</>;
  if (preview.error) return <>Could not be checked: {failureOf(preview.error).message}</>;
  if (!preview.data) return <Spinner size="small" label="Checking" />;
  const { text, appearance } = OUTCOMES[preview.data.outcome];
  return <Lozenge appearance={appearance}>{text}</Lozenge>;
}
