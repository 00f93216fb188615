import type { ReactNode } from 'react';
import Checkbox from '@atlaskit/checkbox';
import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import type { VendorProcess } from '../../../../../../src/shared/contract';
import { useNow } from '../../../api/now';
import { DAY_MS } from '../../../components/day';
import { USUAL_LOOK_BACK_DAYS } from '../model/profile-draft';
import styles from '../profiles.module.css';
import { AnalyzeFrom } from './analyze-from';
import type { FormProps } from './form-props';
import { VendorConfiguration } from './vendor-configuration';

interface ProcessesProps extends FormProps {
  readonly withVendor?: boolean;
}

/** The three processes of a profile, each with its switch, what it does and what it needs. */
export function Processes({ withVendor = false, ...form }: ProcessesProps) {
  const { draft, isDisabled, onChange } = form;
  const vendor = (process: VendorProcess['process'], isOn: boolean) =>
    withVendor ? <VendorConfiguration process={process} isOn={isOn} /> : null;
  return (
    <div className={styles.processes}>
      <Process
        title="Download"
        subflow="Jira Download Subscriptions"
        text="Reads who is in the selected groups and which app’s seat that gives them."
        vendor={vendor('Download subscriptions', true)}
      >
        <Checkbox label="Download subscriptions" isChecked isDisabled />
        <p className={styles.hint}>Always on: without subscriptions there is nothing to judge.</p>
      </Process>
      <Process
        title="Calculate activity"
        subflow="Jira Update User Activity"
        text="Works out when each person last contributed, administered or viewed something in Jira."
        vendor={vendor('Calculate activity', draft.downloadActivity)}
      >
        <ActivitySwitch {...form} />
        {draft.downloadActivity ? <AnalyzeFrom {...form} /> : null}
      </Process>
      <Process
        title="Reclaim"
        subflow="Jira Reclaim Subscription"
        text="Takes seats back when you ask for it, from the selected groups only. When it is off, removal candidates still appear, but nobody can be removed."
        vendor={vendor('Reclaim subscriptions', draft.reclaim)}
      >
        <Checkbox
          label="Reclaim subscriptions"
          isChecked={draft.reclaim}
          isDisabled={isDisabled}
          onChange={(event) => onChange({ reclaim: event.currentTarget.checked })}
        />
        <ReclaimChange {...form} />
      </Process>
    </div>
  );
}

interface ProcessProps {
  readonly title: string;
  readonly subflow: string;
  readonly text: string;
  readonly vendor: ReactNode;
  readonly children: ReactNode;
}

function Process({ title, subflow, text, vendor, children }: ProcessProps) {
  return (
    <div className={styles.process} role="group" aria-label={title}>
      <Heading as="h3" size="xsmall">
        {title}
      </Heading>
      <p className={styles.hint}>
        {text} Subflow: {subflow}.
      </p>
      <div>{children}</div>
      {vendor}
    </div>
  );
}

function ActivitySwitch({ base, draft, problems, isDisabled, onChange }: FormProps) {
  const now = useNow();
  const usual = base?.analyzeFrom ?? new Date(now - USUAL_LOOK_BACK_DAYS * DAY_MS).toISOString();
  return (
    <>
      <Checkbox
        label="Download activity"
        isChecked={draft.downloadActivity}
        isDisabled={isDisabled}
        onChange={({ currentTarget: { checked } }) =>
          // A date that can't be saved must not stay behind where nobody sees it.
          onChange({ downloadActivity: checked, ...(problems.analyzeFrom ? { analyzeFrom: usual } : {}) })
        }
      />
      {draft.downloadActivity ? null : (
        <div className={styles.message}>
          <SectionMessage
            appearance={base?.status === 'Published' && base.downloadActivity ? 'warning' : 'information'}
          >
            {base?.status === 'Published' && base.downloadActivity
              ? 'Saving takes the profile back to Draft, deletes its Activity job and freezes its removal candidates.'
              : 'Activity is not collected: there is no Activity job, and nobody becomes a removal candidate.'}
          </SectionMessage>
        </div>
      )}
    </>
  );
}

function ReclaimChange({ base, draft }: FormProps) {
  if (base?.status !== 'Published' || base.reclaim === draft.reclaim) return null;
  return (
    <div className={styles.message}>
      <SectionMessage appearance="information">
        {draft.reclaim
          ? 'After saving, validate the connection again; until then reclaiming stays locked.'
          : 'After saving, the profile stays published and removal candidates are still made every day, but nobody can be removed. Switching it on again needs a new validation.'}
      </SectionMessage>
    </div>
  );
}
