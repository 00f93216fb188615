import type { JobView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { isUnderWay } from '../run-progress';
import { useMay } from '../role-notice';
import { BrowserDownload } from './browser-download';

/** Downloads whose members this browser could read, or reads: of one profile, or of all. Nothing when there is none. */
export function BrowserDownloads({ profileId }: { readonly profileId?: string }) {
  const jobs = useAnswer('listJobs', {}, { pollWhile: ({ jobs: all }) => all.some(isRunning) });
  if (useMay('integrator') !== true) return null;
  return (
    <>
      {jobs.data?.jobs
        .filter((job) => job.kind === 'download' && (profileId === undefined || job.profileId === profileId))
        .map((job) => (
          <BrowserDownload key={job.id} profileId={job.profileId} name={job.name} isRunning={isRunning(job)} />
        ))}
    </>
  );
}

function isRunning({ lastRun }: JobView): boolean {
  return lastRun !== null && isUnderWay(lastRun);
}
