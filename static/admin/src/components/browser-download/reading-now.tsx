import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import type { SharedReadingView } from '../../../../../src/shared/contract';
import { useFormat, type Format } from '../format';
import { Row, Stack } from '../layout';
import { stopReading, type CurrentReading } from './current-reading';
import { browserTime, requestsFor } from './words';

/** How far this browser is, what it cost, and how to stop. */
export function ReadingNow({ reading, name }: { readonly reading: CurrentReading; readonly name: string }) {
  const format = useFormat();
  const { shared, requests, isStopping } = reading;
  const { done = 0, total = null } = shared ?? {};
  const members = total === null ? format.number(done) : `${format.number(done)} of ${format.number(total)}`;
  const isMeasured = total !== null && shared?.state === 'read';
  return (
    <Stack>
      <p>
        <strong>{name}</strong>
      </p>
      <ProgressBar
        ariaLabel={`${name}: ${members} members read`}
        value={total ? Math.min(1, done / total) : 0}
        isIndeterminate={!isMeasured}
      />
      <p>
        {members} members read with {format.count(requests, 'request', 'requests')} from this browser. The app’s own
        calls: {format.count(shared?.points ?? 0, 'point', 'points')}.
      </p>
      <p role="status">{stateInWords(shared, isStopping, format)}</p>
      <p>
        You can go on working in the app; keep this tab open. If you leave, nothing is lost: the background goes on
        where this browser stopped.
      </p>
      <Row>
        <Button isDisabled={isStopping} onClick={stopReading}>
          Stop and leave it to the background
        </Button>
      </Row>
    </Stack>
  );
}

function stateInWords(shared: SharedReadingView | undefined, isStopping: boolean, format: Format): string {
  if (isStopping) return 'Stops after the requests that are under way.';
  switch (shared?.state) {
    case undefined:
      return 'Asks the app what is to be read.';
    case 'wait':
      return 'The background finishes the piece it is at; then this browser goes on.';
    case 'check':
      return 'Everything is read. The app compares it with the sizes of the groups and makes the list.';
    case 'read':
      return shared.total === null
        ? 'Asks every group for its size.'
        : `${capitalized(browserTime(requestsFor(shared.total - shared.done), format.count))} left.`;
    default:
      return 'Finds out how it stands.';
  }
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
