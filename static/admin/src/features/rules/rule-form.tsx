import Checkbox from '@atlaskit/checkbox';
import { useAnswer } from '../../api/queries';
import { Section } from '../../components/section';
import { ConditionFields } from './condition-fields';
import { Choice, TextInput } from './field';
import { FreezeFields } from './freeze-fields';
import { GroupsField } from './groups-field';
import type { RuleFormProps } from './form-props';
import { PeopleField } from './people-field';
import { ANSWER_DAYS, BASES, CADENCES, MODES } from './rule-words';
import styles from './rules.module.css';

/** Everything a person decides about a rule. */
export function RuleForm(props: RuleFormProps) {
  return (
    <div className={styles.form}>
      <Judgement {...props} />
      <Section title="Which seats">
        <ConditionFields {...props} />
      </Section>
      <Protection {...props} />
      <Candidates {...props} />
      <Limits {...props} />
      <Section
        title="Days without reclaim"
        description="Nobody’s seat is taken then, neither by a click nor in the background: for holidays and closing times. Whoever was asked and could not answer waits."
      >
        <FreezeFields {...props} />
      </Section>
    </div>
  );
}

function Judgement({ draft, problems, isDisabled, onChange }: RuleFormProps) {
  return (
    <Section title="When a seat counts as unused">
      <div className={styles.fields}>
        <TextInput
          label="Name"
          value={draft.name}
          problem={problems.name}
          isDisabled={isDisabled}
          onChange={(name) => onChange({ name })}
        />
        <TextInput
          label="Last activity threshold, days"
          isNumber
          help="Nobody is proposed who was active within these days."
          value={draft.lastActivityThresholdDays}
          problem={problems.lastActivityThresholdDays}
          isDisabled={isDisabled}
          onChange={(lastActivityThresholdDays) => onChange({ lastActivityThresholdDays })}
        />
        <Choice
          label="What counts as activity"
          value={draft.activityBasis}
          choices={BASES}
          isDisabled={isDisabled}
          onChange={(activityBasis) => onChange({ activityBasis })}
        />
        <Checkbox
          label="Include people of whom no activity was ever seen"
          isChecked={draft.includeNoActivity}
          isDisabled={isDisabled}
          onChange={(event) => onChange({ includeNoActivity: event.currentTarget.checked })}
        />
        <TextInput
          label="New account grace, days"
          isNumber
          help="Seats that are younger than this are never proposed."
          value={draft.newAccountGraceDays}
          problem={problems.newAccountGraceDays}
          isDisabled={isDisabled}
          onChange={(newAccountGraceDays) => onChange({ newAccountGraceDays })}
        />
      </div>
    </Section>
  );
}

function Protection({ draft, isDisabled, onChange }: RuleFormProps) {
  const groups = useAnswer('listJiraGroups', {}).data?.groups ?? [];
  return (
    <Section
      title="Who is protected"
      description="Never proposed and never removed with this profile, whatever a rule says. It is checked again right before a removal."
    >
      <div className={styles.fields}>
        <PeopleField
          label="Protected people"
          help="To leave somebody out of counts and costs too, use Exclusions."
          selected={draft.protectedAccountIds}
          isDisabled={isDisabled}
          onChange={(protectedAccountIds) => onChange({ protectedAccountIds })}
        />
        <GroupsField
          label="Protected groups"
          help="Their members keep their seats. Groups outside the profile’s selection are read at every evaluation, which costs Jira points."
          placeholder="No group"
          groups={groups}
          selected={draft.protectedGroupIds}
          isDisabled={isDisabled}
          onChange={(protectedGroupIds) => onChange({ protectedGroupIds })}
        />
      </div>
    </Section>
  );
}

function Candidates({ draft, problems, isDisabled, onChange }: RuleFormProps) {
  const { createCandidates } = draft;
  return (
    <Section title="What happens then">
      <div className={styles.fields}>
        <Checkbox
          label="Create reclamation candidates"
          isChecked={createCandidates}
          isDisabled={isDisabled}
          onChange={(event) => onChange({ createCandidates: event.currentTarget.checked })}
        />
        <Choice
          label="Mode"
          value={draft.mode}
          choices={MODES}
          isDisabled={isDisabled || !createCandidates}
          onChange={(mode) => onChange({ mode })}
        />
        <Choice
          label="Candidates are opened"
          value={draft.cadence}
          choices={CADENCES}
          isDisabled={isDisabled || !createCandidates}
          onChange={(cadence) => onChange({ cadence })}
        />
        <Checkbox
          label="Notify user: ask people by mail before their seat is taken back"
          isChecked={draft.notifyUser}
          isDisabled={isDisabled || !createCandidates}
          onChange={(event) => onChange({ notifyUser: event.currentTarget.checked })}
        />
        <TextInput
          label="Days before auto-reclamation"
          isNumber
          help="How long people have to answer. Who doesn’t is taken back after the next refresh; who wants to keep the seat waits for your decision."
          value={draft.daysBeforeAutoReclamation}
          problem={problems.daysBeforeAutoReclamation}
          isDisabled={isDisabled || !createCandidates || !draft.notifyUser}
          onChange={(daysBeforeAutoReclamation) => onChange({ daysBeforeAutoReclamation })}
        />
        <Choice
          label="Days that count"
          value={draft.answerDays}
          choices={ANSWER_DAYS}
          isDisabled={isDisabled || !createCandidates || !draft.notifyUser}
          onChange={(answerDays) => onChange({ answerDays })}
        />
      </div>
    </Section>
  );
}

function Limits({ draft, problems, isDisabled, onChange }: RuleFormProps) {
  return (
    <Section title="How many at once">
      <div className={styles.fields}>
        <TextInput
          label="Most seats in 24 hours"
          isNumber
          help="Of this application. Seats that were taken back one by one in the last 24 hours count too."
          value={draft.maxSeatsPerRun}
          problem={problems.maxSeatsPerRun}
          isDisabled={isDisabled}
          onChange={(maxSeatsPerRun) => onChange({ maxSeatsPerRun })}
        />
        <TextInput
          label="Most in 24 hours, percent of the seats"
          isNumber
          help="A reclaim in the background that would go beyond either limit is refused as a whole. It is refused, too, while more than this share of the seats are candidates. One by one you can go beyond both."
          value={draft.maxPercentPerRun}
          problem={problems.maxPercentPerRun}
          isDisabled={isDisabled}
          onChange={(maxPercentPerRun) => onChange({ maxPercentPerRun })}
        />
        <TextInput
          label="More seats than this in 24 hours need a second person"
          isNumber
          help="Who wants more asks, and somebody else with the role Reclaimer approves. Leave it empty: never. One click for one person counts, but is never held."
          value={draft.secondPersonAbove}
          problem={problems.secondPersonAbove}
          isDisabled={isDisabled}
          onChange={(secondPersonAbove) => onChange({ secondPersonAbove })}
        />
      </div>
    </Section>
  );
}
