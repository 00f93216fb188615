import type { PersonActivityView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { useFormat, type Format } from '../format';
import { Stack } from '../layout';
import { Loaded } from '../loaded';
import { TextSkeleton } from '../skeletons';
import { EventTimeline } from './event-timeline';
import { LookInJira } from './look-in-jira';

interface PersonActivityProps {
  readonly profileId: string;
  readonly accountId: string;
}

/**
 * What is known about one person's activity, what could not be seen, and a look into Jira itself. When each kind was seen last
 * stands on the decision card.
 */
export function PersonActivity({ profileId, accountId }: PersonActivityProps) {
  const activity = useAnswer('getPersonActivity', { profileId, accountId });
  return (
    <Stack>
      <Loaded query={activity} skeleton={<TextSkeleton lines={5} />}>
        {(known) => <Known known={known} />}
      </Loaded>
      <LookInJira accountId={accountId} />
    </Stack>
  );
}

function Known({ known }: { readonly known: PersonActivityView }) {
  const format = useFormat();
  const { events, gaps } = known;
  return (
    <Stack>
      {events.length > 0 ? <EventTimeline events={events} /> : <p>Nothing was seen of this person.</p>}
      <p>{seenSince(known, format)}</p>
      {gaps.map((gap) => (
        <p key={gap}>{gap}</p>
      ))}
    </Stack>
  );
}

function seenSince({ contributionsFrom, viewsFrom }: PersonActivityView, format: Format): string {
  const contributions = contributionsFrom
    ? `Contributions and administration are known since ${format.date(contributionsFrom)}`
    : 'Contributions have not been read yet';
  const views = viewsFrom ? `views of work items since ${format.date(viewsFrom)}` : 'views are not known';
  return `${contributions}; ${views}. Of each kind the newest is kept.`;
}
