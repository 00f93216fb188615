import { lazy, Suspense, type ReactNode } from 'react';
import type { Overview } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { BrowserDownloads } from '../../components/browser-download/browser-downloads';
import { Columns } from '../../components/layout';
import { LicenseNotice } from '../../components/license-notice';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { isUnderWay } from '../../components/run-progress';
import { CardsSkeleton } from '../../components/skeletons';
import { ActivityChart } from './activity-chart';
import { ByApplication } from './by-application';
import { Decisions } from './decisions';
import { Health } from './health';
import { Numbers } from './numbers';
import { RunningNow } from './running-now';

const Breakdown = lazy(() => import('./breakdown/breakdown'));

/** Who holds a seat, who does not use it, what it costs, and what needs a decision. */
export default function OverviewPage({ guidedStart }: { readonly guidedStart: ReactNode }) {
  const overview = useAnswer('getOverview', {}, { pollWhile: ({ running }) => running.some(isUnderWay) });
  if (overview.data && isFirstVisit(overview.data)) return guidedStart;
  return (
    <Page title="Overview">
      <LicenseNotice />
      <BrowserDownloads />
      <Loaded query={overview} skeleton={<Shape />}>
        {(value) => <Answer overview={value} />}
      </Loaded>
    </Page>
  );
}

function Answer({ overview }: { readonly overview: Overview }) {
  const isFirstRun = overview.health.downloadedAt === null;
  if (isFirstRun) return <RunningNow overview={overview} />;
  return (
    <>
      <Numbers overview={overview} />
      <Columns
        main={
          <>
            <ActivityChart buckets={overview.activityBuckets} />
            <Health health={overview.health} />
          </>
        }
        side={
          <>
            <Decisions overview={overview} />
            <RunningNow overview={overview} />
          </>
        }
      />
      <ByApplication roles={overview.byRole} />
      <Suspense fallback={<CardsSkeleton cards={1} height={240} />}>
        <Breakdown countedAt={overview.trend.at(-1)?.at} />
      </Suspense>
    </>
  );
}

/** Nothing was ever published: there is nothing to show but the way there. */
function isFirstVisit({ profiles, health }: Overview): boolean {
  return profiles.every(({ status }) => status === 'Draft') && health.downloadedAt === null;
}

function Shape() {
  return (
    <>
      <CardsSkeleton />
      <Columns main={<CardsSkeleton cards={1} height={320} />} side={<CardsSkeleton cards={1} height={240} />} />
    </>
  );
}
