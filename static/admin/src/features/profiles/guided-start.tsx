import { useState } from 'react';
import type { JiraGroupView, ProfileView } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { useAnswer } from '../../api/queries';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { Problem } from '../../components/problem';
import { RoleNotice, useMay } from '../../components/role-notice';
import { CardsSkeleton } from '../../components/skeletons';
import { CheckStep, GroupsStep, PublishStep, ReadingStep } from './guided/guided-steps';
import { problemsOf } from './model/draft-problems';
import { draftOf, isChanged, newDraft } from './model/profile-draft';
import { useProfileCommands } from './use-profile-commands';

/** The first visit: four steps on one page. What was saved is found again, so it can be left at any time. */
export default function GuidedStart() {
  const profiles = useAnswer('listProfiles', {});
  const groups = useAnswer('listJiraGroups', {});
  return (
    <Page
      title="Set up License management"
      lead="Four steps until you see who holds a Jira seat and who really uses it. You can leave at any time: what you saved is still here when you come back."
    >
      <Loaded query={profiles} skeleton={<CardsSkeleton cards={1} height={480} />}>
        {({ profiles: all }) => (
          <Loaded query={groups} skeleton={<CardsSkeleton cards={1} height={480} />}>
            {({ groups: known }) => <Steps profile={all.find(({ status }) => status === 'Draft')} groups={known} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

interface StepsProps {
  readonly profile: ProfileView | undefined;
  readonly groups: readonly JiraGroupView[];
}

function Steps({ profile, groups }: StepsProps) {
  const now = useNow();
  const [hasRead, setRead] = useState(profile !== undefined);
  const [draft, setDraft] = useState(() => (profile ? draftOf(profile) : newDraft(groups, now, [])));
  const commands = useProfileCommands((saved) => setDraft(draftOf(saved)));
  const isSaved = profile !== undefined && !isChanged(draft, draftOf(profile));
  const isChecked = isSaved && profile.validation?.ok === true && !profile.validation.stale;
  const current = !hasRead ? 1 : !isSaved ? 2 : !isChecked ? 3 : 4;
  const error = commands.save.error ?? commands.validate.error ?? commands.publish.error;
  const mayChange = useMay('integrator') === true;
  const problems = problemsOf(draft, { base: profile, others: [], groups, now });
  const step = { current, profile, draft, problems, mayChange, commands };
  return (
    <>
      <RoleNotice role="integrator" />
      {error ? <Problem error={error} /> : null}
      <ReadingStep {...step} onContinue={() => setRead(true)} />
      <GroupsStep {...step} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} />
      <CheckStep {...step} />
      <PublishStep {...step} />
    </>
  );
}
