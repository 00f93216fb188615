import { Facts } from '../../../components/layout';
import { Section } from '../../../components/section';
import { ProfileLozenge } from '../../../components/state-lozenges';
import { GroupsField } from '../groups/groups-field';
import { ConnectionSection } from './connection-section';
import type { FormProps } from './form-props';
import { NameField } from './name-field';
import { Processes } from './processes';

/** Everything an administrator decides about a profile. */
export function ProfileForm(props: FormProps) {
  const { base, draft, problems, isDisabled, onChange } = props;
  return (
    <>
      <Section title="Details">
        <NameField
          label="Display name"
          help="Part of the names of its jobs, like “SAM - Refresh Jira integration Subscriptions”."
          isRequired
          isDisabled={isDisabled}
          value={draft.displayName}
          problem={problems.displayName}
          onChange={(displayName) => onChange({ displayName })}
        />
        <Facts
          facts={[
            { term: 'Status', value: <ProfileLozenge status={base?.status ?? 'Draft'} /> },
            { term: 'Profile type', value: 'Jira Subscription' },
          ]}
        />
      </Section>
      <Section title="Jira groups" description="Groups whose members hold a seat. Only they are read and managed.">
        <GroupsField
          selected={draft.groupIds}
          isReclaimOn={draft.reclaim}
          isDisabled={isDisabled}
          problem={problems.groupIds}
          onChange={(groupIds) => onChange({ groupIds })}
        />
      </Section>
      <Section title="Processes" description="What the app does for this profile, and what each part needs from Jira.">
        <Processes {...props} withVendor />
      </Section>
      <ConnectionSection {...props} />
    </>
  );
}
