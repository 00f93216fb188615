import { useNavigate, useParams } from 'react-router-dom';
import { useNow } from '../../api/now';
import { useAnswer } from '../../api/queries';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { CardsSkeleton } from '../../components/skeletons';
import { draftOf, newDraft } from './model/profile-draft';
import { ProfileEditor } from './profile-editor';
import { ProfilesTrail } from './profiles-trail';

/** One profile at its address, or a new one. */
export default function ProfilePage() {
  const { profileId = '', tab } = useParams();
  return profileId === 'new' ? <NewProfile /> : <SavedProfile key={profileId} profileId={profileId} tab={tab} />;
}

function SavedProfile({ profileId, tab }: { readonly profileId: string; readonly tab: string | undefined }) {
  const profile = useAnswer('getProfile', { profileId });
  if (profile.data)
    return <ProfileEditor profile={profile.data} initial={draftOf(profile.data)} tab={tab} error={profile.error} />;
  return (
    <Page title="Integration profile" breadcrumbs={<ProfilesTrail />}>
      <Loaded query={profile} skeleton={<CardsSkeleton cards={2} height={320} />}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function NewProfile() {
  const navigate = useNavigate();
  const groups = useAnswer('listJiraGroups', {});
  const profiles = useAnswer('listProfiles', {});
  const now = useNow();
  if (groups.data && profiles.data) {
    const taken = profiles.data.profiles.map(({ displayName }) => displayName);
    return (
      <ProfileEditor
        profile={undefined}
        initial={newDraft(groups.data.groups, now, taken)}
        onCreated={({ id }) => navigate(`/profiles/${id}`, { replace: true })}
      />
    );
  }
  const skeleton = <CardsSkeleton cards={2} height={320} />;
  return (
    <Page title="New integration profile" breadcrumbs={<ProfilesTrail />}>
      <Loaded query={groups} skeleton={skeleton}>
        {() => (
          <Loaded query={profiles} skeleton={skeleton}>
            {() => null}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
