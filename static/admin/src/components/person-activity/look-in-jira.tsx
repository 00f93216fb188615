import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import type { AccountId } from '../../../../../src/shared/contract';
import { lookInJira, type JiraLook } from '../../api/look-in-jira';
import { useNow } from '../../api/now';
import { useFormat } from '../format';
import { Row, Stack } from '../layout';
import { EventTimeline } from './event-timeline';

const DAYS = 60;
const KEEP_MS = 60_000;

/** A look at what the person did, in Jira itself, as whoever is at the page. Nothing is asked before the click. */
export function LookInJira({ accountId }: { readonly accountId: AccountId }) {
  const now = useNow();
  const look = useQuery({
    queryKey: ['look-in-jira', accountId],
    queryFn: () => lookInJira(accountId, DAYS, now),
    enabled: false,
    gcTime: KEEP_MS,
  });
  return (
    <Stack>
      <Row>
        <Button isLoading={look.isFetching} onClick={() => void look.refetch()}>
          Look in Jira now
        </Button>
      </Row>
      {look.error ? <p role="alert">{look.error.message}</p> : null}
      {look.data ? <Found look={look.data} /> : null}
    </Stack>
  );
}

function Found({ look: { events, issues, gaps } }: { readonly look: JiraLook }) {
  const format = useFormat();
  return (
    <div role="status">
      <Stack>
        <p>
          {events.length === 0
            ? `Jira shows nothing this person created, changed or commented in the last ${DAYS} days.`
            : `${format.count(events.length, 'entry', 'entries')} on ${format.count(issues, 'work item', 'work items')} in the last ${DAYS} days:`}
        </p>
        {events.length > 0 ? <EventTimeline events={events} /> : null}
        {gaps.map((gap) => (
          <p key={gap}>{gap}</p>
        ))}
        <p>Not seen here: views, worklogs, administration, and work items you may not browse.</p>
      </Stack>
    </div>
  );
}
