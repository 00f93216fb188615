import { useRef } from 'react';
import EmptyState from '@atlaskit/empty-state';
import type { CandidateRow, ReclaimRequestView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { Loaded } from '../../components/loaded';
import { TableSkeleton } from '../../components/skeletons';
import { DecideOnRequest } from './decide-on-request';

import { RequestStanding } from './request-standing';
import { Run } from './run';
import type { FocusAfter } from '../../components/use-focus-after';

interface RequestedReclaimProps {
  readonly profileId: string;
  readonly requestId: string;
  readonly all: readonly CandidateRow[];
  readonly focus: FocusAfter;
}

/** A request for approval at its address: its preview while somebody has to decide, afterwards what was decided and its run. */
export function RequestedReclaim({ profileId, requestId, all, focus }: RequestedReclaimProps) {
  const isStarting = ({ requests }: { readonly requests: readonly ReclaimRequestView[] }) =>
    requests.some(({ id, state }) => id === requestId && state === 'starting');
  const run = useRef<HTMLDivElement>(null);
  const query = useAnswer('listReclaimRequests', { profileId }, { pollWhile: isStarting });
  return (
    <Loaded query={query} skeleton={<TableSkeleton rows={6} columns={4} />}>
      {({ requests }) => {
        const request = requests.find(({ id }) => id === requestId);
        if (!request) return <NoRequest />;
        const people = all.filter(({ number }) => request.numbers.includes(number));
        return (
          <>
            <div ref={focus.outcome} role="status" tabIndex={-1}>
              <RequestStanding request={request} />
            </div>
            {request.state === 'open' ? <DecideOnRequest request={request} people={people} focus={focus} /> : null}
            {request.runId === null ? null : <Run runId={request.runId} place={run} />}
          </>
        );
      }}
    </Loaded>
  );
}

function NoRequest() {
  return (
    <EmptyState
      header="This request is not kept any more"
      headingLevel={2}
      description="Only the newest requests are kept here. Evidence tells who asked, and what was decided."
    />
  );
}
