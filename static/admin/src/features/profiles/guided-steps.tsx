import Button from '@atlaskit/button/new';
import type { ProfileView } from '../../../../../src/shared/contract';
import { Row, Stack } from '../../components/layout';
import { ProbeList } from '../../components/probe-list';
import { GroupsField } from './groups-field';
import { Processes } from './processes';
import { inputOf, type ChangeDraft, type ProfileDraft } from './profile-draft';
import styles from './profiles.module.css';
import { DownloadEstimate } from './publish-dialog';
import { Step } from './step';
import type { useProfileCommands } from './use-profile-commands';

interface StepProps {
  readonly current: number;
  readonly profile: ProfileView | undefined;
  readonly draft: ProfileDraft;
  readonly commands: ReturnType<typeof useProfileCommands>;
}

const READS = [
  'Groups, who is in them, and which app’s seat a group gives.',
  'When people created, commented on or changed work items, and entries of the audit log, to see who is active. Texts are not kept.',
  'Which people are administrators, so that they are never proposed for removal.',
];

/** Step 1: what the app will read, in plain words. */
export function ReadingStep({ current, onContinue }: StepProps & { readonly onContinue: () => void }) {
  return (
    <Step
      number={1}
      current={current}
      title="What the app reads"
      summary="Groups, seats and activity. Nothing leaves Atlassian."
    >
      <Stack>
        <ul className={styles.bullets}>
          {READS.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p>
          Nothing leaves Atlassian’s cloud, and names and e-mail addresses are not stored. Nothing is changed in Jira
          until you take a seat back yourself.
        </p>
        <Row>
          <Button appearance="primary" onClick={onContinue}>
            Continue
          </Button>
        </Row>
      </Stack>
    </Step>
  );
}

/** Step 2: which groups; those that give a seat and no administrator's rights are already chosen. */
export function GroupsStep({
  current,
  profile,
  draft,
  commands: { save },
  onChange,
}: StepProps & { onChange: ChangeDraft }) {
  return (
    <Step number={2} current={current} title="Choose groups" summary={`${draft.groupIds.length} groups`}>
      <Stack>
        <p>The groups that give access to Jira are already selected. Administrators’ groups are left out.</p>
        <GroupsField selected={draft.groupIds} onChange={(groupIds) => onChange({ groupIds })} />
        <Processes draft={draft} onChange={onChange} />
        <DownloadEstimate groups={draft.groupIds.length} />
        <Row>
          <Button
            appearance="primary"
            isLoading={save.isPending}
            isDisabled={draft.groupIds.length === 0}
            onClick={() => save.mutate(inputOf(draft, profile))}
          >
            Save and continue
          </Button>
        </Row>
      </Stack>
    </Step>
  );
}

/** Step 3: whether everything the profile needs can be read. */
export function CheckStep({ current, profile, commands: { validate } }: StepProps) {
  const probes = profile?.validation && !profile.validation.stale ? profile.validation.probes : [];
  return (
    <Step number={3} current={current} title="Check the connection" summary="Everything the profile needs can be read.">
      <Stack>
        <p>The app tries each call it needs, once, without changing anything. It takes a few seconds.</p>
        <ProbeList probes={probes} />
        <Row>
          <Button
            appearance="primary"
            isLoading={validate.isPending}
            onClick={() => profile && validate.mutate({ profileId: profile.id })}
          >
            {probes.length > 0 ? 'Validate again' : 'Validate connection'}
          </Button>
        </Row>
      </Stack>
    </Step>
  );
}

/** Step 4: start. */
export function PublishStep({ current, profile, draft, commands: { publish } }: StepProps) {
  return (
    <Step number={4} current={current} title="Publish" summary="">
      <Stack>
        <p>
          Publishing starts the first download at once; it is repeated every day. Removal candidates are proposed, but
          nobody is removed.{' '}
          {draft.reclaim ? 'You become the reclaim operator: seats are later taken back in your name.' : ''}
        </p>
        <DownloadEstimate groups={draft.groupIds.length} />
        <Row>
          <Button
            appearance="primary"
            isLoading={publish.isPending}
            isDisabled={!profile?.canPublish}
            onClick={() => profile && publish.mutate({ profileId: profile.id, revision: profile.revision })}
          >
            Publish
          </Button>
        </Row>
      </Stack>
    </Step>
  );
}
