import Checkbox from '@atlaskit/checkbox';
import DateTimePicker from '@atlaskit/datetime-picker/date-time-picker';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import type { ReactNode } from 'react';
import { useFormat } from '../../components/format';
import type { ChangeDraft, ProfileDraft } from './profile-draft';
import styles from './profiles.module.css';
import { fromWallTime, toWallTime } from './zoned';

interface ProcessesProps {
  readonly draft: ProfileDraft;
  readonly onChange: ChangeDraft;
}

/** The three processes of a profile, each with its switch and what it does. */
export function Processes({ draft, onChange }: ProcessesProps) {
  return (
    <div className={styles.processes}>
      <Process
        subflow="Jira Download Subscriptions"
        text="Reads who is in the selected groups and which app’s seat that gives them. Always on."
      >
        <Checkbox label="Download subscriptions" isChecked isDisabled />
      </Process>
      <Process
        subflow="Jira Update User Activity"
        text="Works out when each person last contributed, administered or viewed something in Jira."
      >
        <Checkbox
          label="Download activity"
          isChecked={draft.downloadActivity}
          onChange={(event) => onChange({ downloadActivity: event.currentTarget.checked })}
        />
        {draft.downloadActivity ? <AnalyzeFrom draft={draft} onChange={onChange} /> : null}
      </Process>
      <Process
        subflow="Jira Reclaim Subscription"
        text="Takes seats back when you ask for it. When this is off, removal candidates still appear, but nobody can be removed."
      >
        <Checkbox
          label="Reclaim subscriptions"
          isChecked={draft.reclaim}
          onChange={(event) => onChange({ reclaim: event.currentTarget.checked })}
        />
      </Process>
    </div>
  );
}

function Process(props: { readonly subflow: string; readonly text: string; readonly children: ReactNode }) {
  return (
    <div className={styles.process}>
      <div>{props.children}</div>
      <HelperMessage>
        {props.text} Subflow: {props.subflow}.
      </HelperMessage>
    </div>
  );
}

function AnalyzeFrom({ draft, onChange }: ProcessesProps) {
  const { viewer } = useFormat();
  return (
    <div className={styles.analyze}>
      <Label htmlFor="analyze-from">Analyze user activity from</Label>
      <DateTimePicker
        id="analyze-from"
        locale={viewer.locale}
        value={toWallTime(draft.analyzeFrom, viewer.timeZone)}
        onChange={(wall) => {
          const analyzeFrom = fromWallTime(wall, viewer.timeZone);
          if (analyzeFrom) onChange({ analyzeFrom });
        }}
        datePickerProps={{ label: 'Date to analyze from' }}
        timePickerProps={{ label: 'Time to analyze from', timeIsEditable: true }}
      />
      <HelperMessage>
        Your time zone, {viewer.timeZone}. 60 days back is usual: an earlier start reads more and takes longer.
      </HelperMessage>
    </div>
  );
}
