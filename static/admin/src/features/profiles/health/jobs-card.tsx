import { Stack } from '../../../components/layout';
import { Loaded } from '../../../components/loaded';
import { RouteLink } from '../../../components/route-link';
import { isUnderWay, RunProgress } from '../../../components/run-progress';
import { Section } from '../../../components/section';
import { TextSkeleton } from '../../../components/skeletons';
import { RunLozenge } from '../../../components/state-lozenges';
import { useJobs } from '../use-profile-jobs';

/** The jobs of a published profile and how their last run went; a running one shows its progress. */
export function JobsCard({ profileId }: { readonly profileId: string }) {
  const jobs = useJobs();
  return (
    <Section title="Jobs" isCard actions={<RouteLink to={`/profiles/${profileId}/results`}>Job results</RouteLink>}>
      <Loaded query={jobs} skeleton={<TextSkeleton />}>
        {({ jobs: all }) => (
          <Stack>
            {all
              .filter((job) => job.profileId === profileId)
              .map(({ id, name, lastRun }) =>
                lastRun && isUnderWay(lastRun) ? (
                  <RunProgress key={id} run={lastRun} />
                ) : (
                  <div key={id}>
                    <strong>{name}</strong> {lastRun ? <RunLozenge status={lastRun.status} /> : 'has not run yet'}
                    {lastRun ? <p>{lastRun.summary}</p> : null}
                  </div>
                ),
              )}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
