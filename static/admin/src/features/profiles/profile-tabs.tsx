import { useState, type ReactNode } from 'react';
import Select from '@atlaskit/select';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useNavigate } from 'react-router-dom';
import type { ProfileView } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { tabsOf, type TabKey } from './model/tabs';
import { keepViewChoice, readViewChoice, type ViewChoice } from './model/view-choice';
import styles from './profiles.module.css';
import { CandidatesTab } from './related/candidates-tab';
import { JobResultsTab } from './related/job-results-tab';
import { JobsTab } from './related/jobs-tab';
import { RulesTab } from './related/rules-tab';
import { SoftwareModelsTab } from './related/software-models-tab';
import { SubscriptionsTab } from './related/subscriptions-tab';

interface ProfileTabsProps {
  readonly profile: ProfileView;
  /** From the address; unknown or missing is Details. */
  readonly tab: string | undefined;
  /** The Details. */
  readonly children: ReactNode;
}

/** A profile's details and its related lists. Which lists show is the person's choice, made in Details. */
export function ProfileTabs({ profile, tab, children }: ProfileTabsProps) {
  const { viewer } = useFormat();
  const navigate = useNavigate();
  const [view, setView] = useState(() => readViewChoice(viewer.accountId));
  const tabs = tabsOf(view, tab);
  const selected = Math.max(
    0,
    tabs.findIndex(({ key }) => key === tab),
  );
  return (
    <Tabs
      id="profile"
      selected={selected}
      shouldUnmountTabPanelOnChange
      onChange={(index) => {
        const key = tabs[index]?.key ?? 'details';
        navigate(key === 'details' ? `/profiles/${profile.id}` : `/profiles/${profile.id}/${key}`);
      }}
    >
      <TabList>
        {tabs.map(({ key, title }) => (
          <Tab key={key}>{title}</Tab>
        ))}
      </TabList>
      {tabs.map(({ key }) => (
        <TabPanel key={key}>
          <div className={styles.panel}>
            {key === 'details' ? (
              <>
                <ViewSwitch
                  view={view}
                  onChange={(choice) => {
                    keepViewChoice(viewer.accountId, choice);
                    setView(choice);
                  }}
                />
                {children}
              </>
            ) : (
              <Related tab={key} profile={profile} />
            )}
          </div>
        </TabPanel>
      ))}
    </Tabs>
  );
}

function Related({ tab, profile }: { readonly tab: TabKey; readonly profile: ProfileView }) {
  switch (tab) {
    case 'details':
      return null;
    case 'models':
      return <SoftwareModelsTab profile={profile} />;
    case 'jobs':
      return <JobsTab profile={profile} />;
    case 'results':
      return <JobResultsTab profile={profile} />;
    case 'subscriptions':
      return <SubscriptionsTab profile={profile} />;
    case 'candidates':
      return <CandidatesTab profile={profile} />;
    case 'rules':
      return <RulesTab profile={profile} />;
  }
}

const VIEWS: readonly { readonly value: ViewChoice; readonly label: string }[] = [
  { value: 'default', label: 'Default view' },
  { value: 'custom', label: 'Custom integration view' },
];

interface ViewSwitchProps {
  readonly view: ViewChoice;
  readonly onChange: (view: ViewChoice) => void;
}

function ViewSwitch({ view, onChange }: ViewSwitchProps) {
  return (
    <div className={styles.viewSwitch}>
      <Select
        label="View"
        spacing="compact"
        isSearchable={false}
        options={VIEWS}
        value={VIEWS.find(({ value }) => value === view) ?? null}
        onChange={(option) => {
          if (option) onChange(option.value);
        }}
      />
      <p className={styles.hint}>The custom integration view shows all related lists as tabs.</p>
    </div>
  );
}
