import EmptyState from '@atlaskit/empty-state';
import SectionMessage from '@atlaskit/section-message';
import type { ProfileView, ReclamationRuleView } from '../../../../../../src/shared/contract';
import { useNow } from '../../../api/now';
import { useAnswer } from '../../../api/queries';
import { DataTable, type Column } from '../../../components/data-table';
import { useFormat } from '../../../components/format';
import { Loaded } from '../../../components/loaded';
import { ruleColumns } from '../../../components/rule-columns';
import { TableSkeleton } from '../../../components/skeletons';
import { useAppNames } from '../../../components/use-app-names';
import { rulesBeyond } from '../model/rule-coverage';

/** The reclamation rules that judge the profile's seats. */
export function RulesTab({ profile }: { readonly profile: ProfileView }) {
  const format = useFormat();
  const query = useAnswer('listReclamationRules', { profileId: profile.id });
  const nameOf = useAppNames();
  const columns: readonly Column<ReclamationRuleView>[] = [
    ...ruleColumns(format, nameOf),
    { key: 'made', header: 'Made', cell: ({ automatic }) => (automatic ? 'By publishing' : 'By hand') },
  ];
  return (
    <Loaded query={query} skeleton={<TableSkeleton rows={3} columns={4} />}>
      {({ rules }) =>
        rules.length > 0 ? (
          <>
            <Coverage profile={profile} rules={rules} />
            <DataTable label="Reclamation rules" columns={columns} rows={rules} rowKey={({ id }) => id} />
          </>
        ) : (
          <EmptyState
            header="No reclamation rules yet"
            headingLevel={2}
            description="Publishing makes one rule for each application whose seat the selected groups give."
          />
        )
      }
    </Loaded>
  );
}

interface CoverageProps {
  readonly profile: ProfileView;
  readonly rules: readonly ReclamationRuleView[];
}

/** A threshold longer than the time that is analyzed proves nothing yet. */
function Coverage({ profile, rules }: CoverageProps) {
  const format = useFormat();
  const now = useNow();
  const beyond = profile.downloadActivity ? rulesBeyond(rules, profile.analyzeFrom, now) : [];
  if (beyond.length === 0) return null;
  return (
    <SectionMessage appearance="warning" title="Some thresholds are longer than the time that is analyzed">
      {beyond.map(({ rule, coveredFrom }) => (
        <p key={rule.id}>
          {rule.name} waits for {format.count(rule.lastActivityThresholdDays, 'day', 'days')}, but activity is analyzed
          only since {format.date(profile.analyzeFrom)}. It proposes nobody before {format.date(coveredFrom)}, unless
          you analyze from an earlier date.
        </p>
      ))}
    </SectionMessage>
  );
}
