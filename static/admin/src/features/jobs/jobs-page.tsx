import type { JobView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { BrowserDownloads } from '../../components/browser-download/browser-downloads';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { isUnderWay } from '../../components/run-progress';
import { Section } from '../../components/section';
import { TableSkeleton } from '../../components/skeletons';
import { JobResults } from './job-results';
import { PointBudget } from './point-budget';
import { ScheduledJobs } from './scheduled-jobs';
import { ViewCounting } from './view-counting';

/** What runs by itself, when, and what came of it. */
export default function JobsPage() {
  const jobs = useAnswer('listJobs', {}, { pollWhile: ({ jobs: all }) => all.some(isRunning) });
  const isBusy = jobs.data?.jobs.some(isRunning) ?? false;
  return (
    <Page
      title="Jobs"
      lead="Jobs run every day by themselves. Their results say what was read, what it cost and what is missing."
    >
      <BrowserDownloads />
      <Section title="Scheduled jobs">
        <Loaded query={jobs} skeleton={<TableSkeleton rows={3} columns={5} />}>
          {({ jobs: all }) => <ScheduledJobs jobs={all} />}
        </Loaded>
      </Section>
      <PointBudget isBusy={isBusy} />
      <ViewCounting />
      <Section title="Scheduled job results">
        <JobResults isBusy={isBusy} />
      </Section>
    </Page>
  );
}

function isRunning({ lastRun }: JobView): boolean {
  return lastRun !== null && isUnderWay(lastRun);
}
