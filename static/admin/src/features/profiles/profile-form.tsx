import { Label } from '@atlaskit/form/label';
import Textfield from '@atlaskit/textfield';
import type { ProfileView } from '../../../../../src/shared/contract';
import { Facts } from '../../components/layout';
import { Section } from '../../components/section';
import { ProfileLozenge } from '../../components/state-lozenges';
import { GroupsField } from './groups-field';
import { Processes } from './processes';
import type { ChangeDraft, ProfileDraft } from './profile-draft';

const NAME_LENGTH = 100;

interface ProfileFormProps {
  readonly profile: ProfileView | undefined;
  readonly draft: ProfileDraft;
  readonly onChange: ChangeDraft;
}

/** Everything an administrator decides about a profile. */
export function ProfileForm({ profile, draft, onChange }: ProfileFormProps) {
  return (
    <>
      <Section title="Details">
        <div>
          <Label htmlFor="display-name">Display name</Label>
          <Textfield
            id="display-name"
            maxLength={NAME_LENGTH}
            isInvalid={draft.displayName.trim() === ''}
            value={draft.displayName}
            onChange={(event) => onChange({ displayName: event.currentTarget.value })}
          />
        </div>
        <Facts
          facts={[
            { term: 'Status', value: <ProfileLozenge status={profile?.status ?? 'Draft'} /> },
            { term: 'Profile type', value: 'Jira Subscription' },
            ...(profile
              ? [
                  { term: 'Connection & Credential', value: <code>{profile.connection}</code> },
                  { term: 'Connection URL', value: <code>{profile.connectionUrl}</code> },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title="Jira groups" description="Groups whose members hold a seat. Only they are read and managed.">
        <GroupsField selected={draft.groupIds} onChange={(groupIds) => onChange({ groupIds })} />
      </Section>
      <Section title="Processes">
        <Processes draft={draft} onChange={onChange} />
      </Section>
    </>
  );
}
