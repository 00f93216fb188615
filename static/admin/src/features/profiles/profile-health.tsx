import SectionMessage from '@atlaskit/section-message';
import type { ProfileView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { Facts, Stack } from '../../components/layout';
import { Loaded } from '../../components/loaded';
import { Moment } from '../../components/moment';
import { Person } from '../../components/person';
import { ProbeList } from '../../components/probe-list';
import { RouteLink } from '../../components/route-link';
import { isUnderWay, RunProgress } from '../../components/run-progress';
import { Section } from '../../components/section';
import { TextSkeleton } from '../../components/skeletons';
import { RunLozenge } from '../../components/state-lozenges';

/** How a profile does: its last validation, who acts for it, its jobs. */
export function ProfileHealth({ profile }: { readonly profile: ProfileView }) {
  return (
    <>
      <Section title="Connection" isCard>
        <Validation profile={profile} />
        <Facts
          facts={[
            {
              term: 'Reclaim operator',
              value: profile.reclaimOperator ? (
                <Person accountId={profile.reclaimOperator} />
              ) : (
                'Whoever publishes with reclaim on'
              ),
            },
            { term: 'Published', value: profile.publishedAt ? <Moment at={profile.publishedAt} /> : 'Not yet' },
            { term: 'Last change', value: <Moment at={profile.updatedAt} /> },
          ]}
        />
      </Section>
      {profile.status === 'Published' ? <ProfileJobs profileId={profile.id} /> : null}
    </>
  );
}

function Validation({ profile: { validation } }: { readonly profile: ProfileView }) {
  if (!validation)
    return <p>Not checked yet. Validate the connection to see whether everything the profile needs can be read.</p>;
  const title = validation.ok ? 'Everything the profile needs can be read' : 'Something can’t be read';
  return (
    <Stack>
      <SectionMessage
        appearance={!validation.ok ? 'error' : validation.stale ? 'warning' : 'success'}
        title={validation.stale ? 'Changed since the last check' : title}
      >
        <p>
          Checked <Moment at={validation.at} />.{' '}
          {validation.stale
            ? 'Validate again before you publish.'
            : 'Reading is checked; taking seats back is not, because that would change groups.'}
        </p>
      </SectionMessage>
      <ProbeList probes={validation.probes} />
    </Stack>
  );
}

function ProfileJobs({ profileId }: { readonly profileId: string }) {
  const jobs = useAnswer(
    'listJobs',
    {},
    { pollWhile: ({ jobs: all }) => all.some(({ lastRun }) => lastRun !== null && isUnderWay(lastRun)) },
  );
  return (
    <Section title="Jobs" isCard actions={<RouteLink to="/jobs">All jobs</RouteLink>}>
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
