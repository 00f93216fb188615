import { useState } from 'react';
import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import { useNavigate, useParams } from 'react-router-dom';
import type { ProfileView } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { useAnswer } from '../../api/queries';
import { Columns } from '../../components/layout';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { Problem } from '../../components/problem';
import { CardsSkeleton } from '../../components/skeletons';
import { ProfileActions } from './profile-actions';
import { draftOf, newDraft, type ProfileDraft } from './profile-draft';
import { ProfileForm } from './profile-form';
import { ProfileHealth } from './profile-health';
import { useProfileCommands } from './use-profile-commands';

/** One profile at its address, or a new one. */
export default function ProfilePage() {
  const { profileId = '' } = useParams();
  return profileId === 'new' ? <NewProfile /> : <SavedProfile key={profileId} profileId={profileId} />;
}

function SavedProfile({ profileId }: { readonly profileId: string }) {
  const profile = useAnswer('getProfile', { profileId });
  if (profile.data) return <Editor profile={profile.data} initial={draftOf(profile.data)} />;
  return (
    <Page title="Integration profile" breadcrumbs={<Trail />}>
      <Loaded query={profile} skeleton={<CardsSkeleton cards={2} height={320} />}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function NewProfile() {
  const groups = useAnswer('listJiraGroups', {});
  const now = useNow();
  if (groups.data) return <Editor profile={undefined} initial={newDraft(groups.data.groups, now)} />;
  return (
    <Page title="New integration profile" breadcrumbs={<Trail />}>
      <Loaded query={groups} skeleton={<CardsSkeleton cards={2} height={320} />}>
        {() => null}
      </Loaded>
    </Page>
  );
}

interface EditorProps {
  readonly profile: ProfileView | undefined;
  readonly initial: ProfileDraft;
}

function Editor({ profile, initial }: EditorProps) {
  const [draft, setDraft] = useState(initial);
  const navigate = useNavigate();
  const commands = useProfileCommands((saved) => {
    setDraft(draftOf(saved));
    if (!profile) navigate(`/profiles/${saved.id}`, { replace: true });
  });
  const error = commands.save.error ?? commands.validate.error;
  return (
    <Page
      title={profile?.displayName ?? 'New integration profile'}
      breadcrumbs={<Trail />}
      actions={<ProfileActions profile={profile} draft={draft} commands={commands} />}
    >
      {error ? <Problem error={error} /> : null}
      <Columns
        main={
          <ProfileForm
            profile={profile}
            draft={draft}
            onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          />
        }
        side={profile ? <ProfileHealth profile={profile} /> : <p>Save first; then the connection can be checked.</p>}
      />
    </Page>
  );
}

function Trail() {
  const navigate = useNavigate();
  return (
    <Breadcrumbs>
      <BreadcrumbsItem
        text="Integration profiles"
        href="/profiles"
        onClick={(event) => {
          event.preventDefault();
          navigate('/profiles');
        }}
      />
    </Breadcrumbs>
  );
}
