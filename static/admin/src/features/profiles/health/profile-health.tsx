import type { ProfileView } from '../../../../../../src/shared/contract';
import { Facts } from '../../../components/layout';
import { Moment } from '../../../components/moment';
import { Section } from '../../../components/section';
import type { ProfileCommands } from '../use-profile-commands';
import { JobsCard } from './jobs-card';
import { OperatorCard } from './operator-card';
import { ReadinessCard } from './readiness-card';
import { ValidationCard } from './validation-card';

interface ProfileHealthProps {
  readonly profile: ProfileView | undefined;
  readonly isDirty: boolean;
  readonly commands: ProfileCommands;
}

/** How a profile does: its last validation, its jobs, who acts for it, and whether seats could be taken back now. */
export function ProfileHealth({ profile, isDirty, commands }: ProfileHealthProps) {
  if (!profile)
    return (
      <Section title="Connection check" isCard>
        <p>Save first; then the app can check whether it can read everything the profile needs.</p>
      </Section>
    );
  return (
    <>
      {profile.status === 'Published' ? <JobsCard profileId={profile.id} /> : null}
      <ValidationCard profile={profile} isDirty={isDirty} />
      {profile.reclaim ? (
        <>
          <OperatorCard profile={profile} commands={commands} />
          <ReadinessCard profile={profile} />
        </>
      ) : null}
      <Section title="History" isCard>
        <Facts
          facts={[
            { term: 'Created', value: <Moment at={profile.createdAt} /> },
            { term: 'Last change', value: <Moment at={profile.updatedAt} /> },
            { term: 'Published', value: profile.publishedAt ? <Moment at={profile.publishedAt} /> : 'Not yet' },
          ]}
        />
      </Section>
    </>
  );
}
