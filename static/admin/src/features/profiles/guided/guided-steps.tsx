import Button from '@atlaskit/button/new';
import type { ProfileView } from '../../../../../../src/shared/contract';
import { useReadHere } from '../../../components/browser-download/read-here-choice';
import { Row, Stack } from '../../../components/layout';
import { ProbeList } from '../../../components/probe-list';
import { PublishCosts } from '../dialogs/publish-costs';
import { Processes } from '../form/processes';
import { GroupsField } from '../groups/groups-field';
import type { Problems } from '../model/draft-problems';
import { inputOf, type ChangeDraft, type ProfileDraft } from '../model/profile-draft';
import styles from '../profiles.module.css';
import type { ProfileCommands } from '../use-profile-commands';
import { DownloadEstimate } from './download-estimate';
import { Step } from './step';

interface StepProps {
  readonly current: number;
  readonly profile: ProfileView | undefined;
  readonly draft: ProfileDraft;
  readonly problems: Problems;
  readonly mayChange: boolean;
  readonly commands: ProfileCommands;
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
export function GroupsStep(props: StepProps & { readonly onChange: ChangeDraft }) {
  const { current, profile, draft, problems, mayChange, commands, onChange } = props;
  const { save } = commands;
  return (
    <Step number={2} current={current} title="Choose groups" summary={`${draft.groupIds.length} groups`}>
      <Stack>
        <p>The groups that give access to Jira are already selected. Administrators’ groups are left out.</p>
        <GroupsField
          selected={draft.groupIds}
          isReclaimOn={draft.reclaim}
          isDisabled={!mayChange}
          problem={problems.groupIds}
          onChange={(groupIds) => onChange({ groupIds })}
        />
        <Processes base={profile} draft={draft} problems={problems} isDisabled={!mayChange} onChange={onChange} />
        <DownloadEstimate groups={draft.groupIds.length} />
        <Row>
          <Button
            appearance="primary"
            isLoading={save.isPending}
            isDisabled={!mayChange || Object.keys(problems).length > 0}
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
export function CheckStep({ current, profile, mayChange, commands: { validate } }: StepProps) {
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
            isDisabled={!mayChange}
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
export function PublishStep({ current, profile, draft, mayChange, commands: { publish } }: StepProps) {
  const readHere = useReadHere(profile?.id ?? '', profile !== undefined && current === 4);
  return (
    <Step number={4} current={current} title="Publish" summary="">
      <Stack>
        <p>
          Removal candidates are proposed, but nobody is removed by publishing.{' '}
          {draft.reclaim
            ? 'If you are a site administrator, you become the reclaim operator: seats are later taken back in your name, when somebody asks for it.'
            : ''}
        </p>
        {profile ? <PublishCosts profileId={profile.id} /> : null}
        {readHere.choice}
        <Row>
          <Button
            appearance="primary"
            isLoading={publish.isPending}
            isDisabled={!mayChange || !profile?.canPublish}
            onClick={() =>
              profile && publish.mutate({ profileId: profile.id, revision: profile.revision, ...readHere.input })
            }
          >
            Publish
          </Button>
        </Row>
      </Stack>
    </Step>
  );
}
