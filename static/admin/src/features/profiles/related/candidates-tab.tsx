import EmptyState from '@atlaskit/empty-state';
import SectionMessage from '@atlaskit/section-message';
import type { CandidateState, ProfileView } from '../../../../../../src/shared/contract';
import { useAnswer } from '../../../api/queries';
import { DataTable, type Column } from '../../../components/data-table';
import { useFormat } from '../../../components/format';
import { Loaded } from '../../../components/loaded';
import { TableSkeleton } from '../../../components/skeletons';
import { CandidateLozenge } from '../../../components/state-lozenges';
import { RelatedLink } from './related-link';

interface Line {
  readonly state: CandidateState;
  readonly people: string;
}

const COLUMNS: readonly Column<Line>[] = [
  { key: 'state', header: 'State', cell: ({ state }) => <CandidateLozenge state={state} /> },
  { key: 'people', header: 'Candidates', isNumber: true, cell: ({ people }) => people },
];

/** The profile's removal candidates by state, and the way to them. */
export function CandidatesTab({ profile: { id, reclaimLock } }: { readonly profile: ProfileView }) {
  const format = useFormat();
  const table = useAnswer('getCandidateTable', { profileId: id });
  return (
    <Loaded query={table} skeleton={<TableSkeleton rows={4} columns={2} />}>
      {({ counts }) => {
        const lines = (Object.entries(counts) as [CandidateState, number][])
          .filter(([, count]) => count > 0)
          .map(([state, count]) => ({ state, people: format.number(count) }));
        return lines.length > 0 ? (
          <RelatedLink to={`/removal-candidates?profile=${encodeURIComponent(id)}`} link="Open the removal candidates">
            {reclaimLock ? (
              <SectionMessage appearance="warning" title="Frozen">
                {reclaimLock}
              </SectionMessage>
            ) : null}
            <DataTable
              label="Removal candidates by state"
              columns={COLUMNS}
              rows={lines}
              rowKey={({ state }) => state}
            />
          </RelatedLink>
        ) : (
          <EmptyState
            header="No removal candidates"
            headingLevel={2}
            description="People appear here when they were inactive longer than a rule allows. They are looked for after every activity run."
          />
        );
      }}
    </Loaded>
  );
}
