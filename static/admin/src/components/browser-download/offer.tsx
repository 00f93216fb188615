import Button from '@atlaskit/button/new';
import type { BrowserDownloadView } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { useFormat } from '../format';
import { Row, Stack } from '../layout';
import { PersonName } from '../person';
import { browserTime } from './words';

interface OfferProps {
  readonly download: BrowserDownloadView;
  readonly onStart: () => void;
}

/** Says what reading from here would take, beside what the background does; or whose browser reads. */
export function Offer({ download, onStart }: OfferProps) {
  const { reader, run, requests } = download;
  const now = useNow();
  const format = useFormat();
  if (reader && !reader.isYou)
    return (
      <p>
        <PersonName accountId={reader.accountId} /> reads the members of {run.name} from their browser. You need not do
        anything.
      </p>
    );
  const waits = run.resumesAt && !reader ? ` The background goes on ${format.relative(run.resumesAt, now)}.` : '';
  const left =
    requests === null
      ? 'Some of the members are still to be read.'
      : `About ${format.count(requests, 'request', 'requests')} to Jira are left: ${browserTime(requests, format.count)} from this browser.`;
  return (
    <Stack>
      <p>
        {reader ? 'You began to read from a browser, in another tab or before this page was reloaded. ' : ''}
        {left}
        {waits}
      </p>
      <Advice />
      <Row>
        <Button appearance="primary" onClick={onStart}>
          {reader ? 'Go on from this browser' : 'Read it now from this browser'}
        </Button>
      </Row>
    </Stack>
  );
}

/** What reading from the browser means, wherever it is offered. */
export function Advice() {
  return (
    <p>
      The requests are made in your name and, as far as Atlassian does not count them, spare the app’s hourly points.
      You can go on working in the app; keep this tab open. If you leave, nothing is lost: the background goes on where
      this browser stopped.
    </p>
  );
}
