import EmptyState from '@atlaskit/empty-state';
import SectionMessage from '@atlaskit/section-message';
import { useSearchParams } from 'react-router-dom';
import type { ProfileView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { useFormat } from '../../components/format';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { ListedProfiles } from '../../components/profile-choice';
import { ProfileFilter } from '../../components/profile-filter';
import { Section } from '../../components/section';
import { TableSkeleton } from '../../components/skeletons';
import { NoticeCard } from './notice-card';
import { RulesTable } from './rules-table';

const LEAD =
  'A rule says when a seat of an application counts as unused. Publishing a profile makes one for each application; look at each and confirm it before you take seats back.';

/** The rules of the profiles: one for each application. */
export default function RulesPage() {
  const [, setParams] = useSearchParams();
  return (
    <Page title="Reclamation rules" lead={LEAD}>
      <ListedProfiles>
        {({ all, listed }) => (
          <>
            <ProfileFilter
              profiles={all}
              listed={listed.map(({ id }) => id)}
              onChoose={(profile) => setParams(profile === null ? {} : { profile })}
            />
            {listed.map((profile) =>
              listed.length > 1 ? (
                <Section key={profile.id} title={profile.displayName}>
                  <Rules profile={profile} label={`Reclamation rules of ${profile.displayName}`} />
                </Section>
              ) : (
                <Rules key={profile.id} profile={profile} label="Reclamation rules" />
              ),
            )}
            <NoticeCard isNeeded={false} />
          </>
        )}
      </ListedProfiles>
    </Page>
  );
}

function Rules({ profile, label }: { readonly profile: ProfileView; readonly label: string }) {
  const format = useFormat();
  const query = useAnswer('listReclamationRules', { profileId: profile.id });
  const waiting = query.data?.rules.filter(({ reviewedAt }) => reviewedAt === null).length ?? 0;
  return (
    <>
      {waiting > 0 ? (
        <SectionMessage
          appearance="warning"
          title={format.count(waiting, 'rule is to be reviewed', 'rules are to be reviewed')}
        >
          <p>Their candidates can’t be reclaimed until somebody confirms the rule.</p>
        </SectionMessage>
      ) : null}
      <Loaded query={query} skeleton={<TableSkeleton rows={3} columns={6} />}>
        {({ rules }) => (rules.length > 0 ? <RulesTable label={label} rules={rules} /> : <NoRules />)}
      </Loaded>
    </>
  );
}

function NoRules() {
  return (
    <EmptyState
      header="No reclamation rules yet"
      headingLevel={2}
      description="Publishing the profile makes one rule for each application whose seat the selected groups give."
    />
  );
}
