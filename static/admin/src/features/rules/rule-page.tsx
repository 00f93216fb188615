import SectionMessage from '@atlaskit/section-message';
import EmptyState from '@atlaskit/empty-state';
import { useParams } from 'react-router-dom';
import type { ProfileView, ReclamationRuleView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { Columns, Stack } from '../../components/layout';
import { LeaveWarning } from '../../components/leave-warning';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { Problem } from '../../components/problem';
import { RoleNotice, useMay } from '../../components/role-notice';
import { CardsSkeleton } from '../../components/skeletons';
import { NoticeCard } from './notice-card';
import { ReviewCard } from './review-card';
import { RuleForm } from './rule-form';
import { RulePreview } from './rule-preview';
import { RuleWarnings } from './rule-warnings';
import { BackToRules } from './back-to-rules';
import { useRuleEditor } from './use-rule-editor';

/** One rule at its address: its form, and beside it what it would do and whether somebody confirmed it. */
export default function RulePage() {
  const { profileId = '', roleKey = '' } = useParams();
  const profile = useAnswer('getProfile', { profileId });
  const rules = useAnswer('listReclamationRules', { profileId });
  const rule = rules.data?.rules.find((each) => each.roleKey === roleKey);
  return (
    <Page title={rule?.name ?? 'Reclamation rule'} breadcrumbs={<BackToRules profileId={profileId} />}>
      <RoleNotice role="integrator" />
      <Loaded query={profile} skeleton={<CardsSkeleton cards={2} height={320} />}>
        {(value) => (
          <Loaded query={rules} skeleton={<CardsSkeleton cards={2} height={320} />}>
            {() => (rule ? <Rule key={rule.id} rule={rule} profile={value} /> : <NoRule />)}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Rule({ rule, profile }: { readonly rule: ReclamationRuleView; readonly profile: ProfileView }) {
  const editor = useRuleEditor(rule);
  const may = useMay('integrator') === true;
  return (
    <>
      {editor.error ? <Problem error={editor.error} /> : null}
      {editor.isOvertaken ? (
        <SectionMessage appearance="warning" title="Somebody else changed this rule meanwhile">
          <p>Your changes are still on the form, but can’t be saved over theirs. Discard yours to see theirs.</p>
        </SectionMessage>
      ) : null}
      <LeaveWarning
        isDirty={editor.isDirty}
        what="your changes of this rule"
        stays={(path) => path.includes('/rules/')}
      />
      <Columns
        main={
          <RuleForm
            draft={editor.draft}
            problems={editor.problems}
            isDisabled={!may || editor.isBusy}
            selectedGroups={profile.groupIds}
            onChange={editor.change}
          />
        }
        side={
          <Stack>
            <ReviewCard rule={rule} editor={editor} may={may} />
            <RuleWarnings rule={rule} settings={editor.settings} profile={profile} />
            <RulePreview rule={rule} settings={editor.settings} />
            {editor.draft.notifyUser ? <NoticeCard isNeeded /> : null}
          </Stack>
        }
      />
    </>
  );
}

function NoRule() {
  return (
    <EmptyState
      header="This rule does not exist"
      headingLevel={2}
      description="Publishing a profile makes one rule for each application whose seat its groups give."
    />
  );
}
