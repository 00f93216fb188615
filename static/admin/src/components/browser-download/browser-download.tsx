import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { tell } from '../../api/bridge';
import { useAnswer } from '../../api/queries';
import { Section } from '../section';
import { forgetReading, startReading, useReading } from './current-reading';
import { Offer } from './offer';
import { ReadingEnded } from './reading-ended';
import { ReadingNow } from './reading-now';

interface BrowserDownloadProps {
  readonly profileId: string;
  /** Of the job. */
  readonly name: string;
  readonly isRunning: boolean;
}

/** One download that this browser could read, reads, or has stopped reading. */
export function BrowserDownload({ profileId, name, isRunning }: BrowserDownloadProps) {
  const reading = useReading(profileId);
  const isReading = reading !== undefined && reading.end === undefined;
  const offer = useAnswer(
    'getBrowserDownload',
    { profileId },
    { enabled: isRunning && !isReading, pollWhile: () => true },
  ).data;
  useEnd(profileId, name);
  const isOffered = isRunning && !isReading && offer;
  if (!isReading && !isOffered && !reading?.end) return null;
  return (
    <Section title={isOffered ? 'Faster from this browser' : 'Reading from this browser'} isCard>
      {reading?.end ? <ReadingEnded end={reading.end} onClose={forgetReading} /> : null}
      {isReading ? <ReadingNow reading={reading} name={name} /> : null}
      {isOffered ? <Offer download={offer} onStart={() => startReading(profileId)} /> : null}
    </Section>
  );
}

/** When the list is made, says so and reads again what the pages show. */
function useEnd(profileId: string, name: string): void {
  const client = useQueryClient();
  const end = useReading(profileId)?.end;
  useEffect(() => {
    if (!end) return;
    for (const stale of ['listJobs', 'listJobRuns', 'profile-runs', 'getOverview', 'getBrowserDownload'])
      void client.invalidateQueries({ queryKey: [stale] });
    if (end.kind !== 'finished') return;
    const { status, summary } = end.run;
    tell(status === 'Complete' ? 'success' : 'error', `${name}: ${status.toLowerCase()}`, summary);
    forgetReading();
  }, [end, name, client]);
}
