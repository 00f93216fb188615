import Button from '@atlaskit/button/new';
import { useAnswer } from '../../api/queries';
import { Row } from '../../components/layout';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { Problem } from '../../components/problem';
import { RoleNotice, useMay } from '../../components/role-notice';
import { TableSkeleton } from '../../components/skeletons';
import { CheckTable } from './check-table';
import { SupportFileButton } from './support-file-button';
import { isFree, useSiteChecks } from './use-site-checks';

const LEAD = 'We try what only your own site can tell, and adapt the app. Safe checks change nothing in Jira.';

/** What only a live site can tell: tried with one click each, and what was found. */
export default function SiteCheckPage() {
  const session = useAnswer('getSession', {});
  const isAdministrator = useMay('administrator');
  if (isAdministrator === true) return <SiteCheck />;
  return (
    <Page title="Site check" lead={LEAD}>
      <RoleNotice role="administrator" />
      <Loaded query={session} skeleton={<TableSkeleton rows={8} columns={4} />}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function SiteCheck() {
  const { site, run, stop, tidy, seen } = useSiteChecks();
  const free = (site.data?.checks ?? []).filter(isFree).map(({ check }) => check);
  const failure = run.error ?? stop.error ?? tidy.error ?? seen.error;
  const actions = (
    <Row>
      <Button
        appearance="primary"
        isDisabled={free.length === 0}
        isLoading={run.isPending}
        onClick={() => run.mutate(free)}
      >
        Run safe checks
      </Button>
      <SupportFileButton />
    </Row>
  );
  return (
    <Page title="Site check" lead={LEAD} actions={actions}>
      {failure ? <Problem error={failure} /> : null}
      <Loaded query={site} skeleton={<TableSkeleton rows={8} columns={4} />}>
        {({ checks }) => (
          <CheckTable
            checks={checks}
            isBusy={run.isPending || stop.isPending || seen.isPending}
            onRun={(check) => run.mutate([check])}
            onStop={(input) => stop.mutate(input)}
            onTidy={() => tidy.mutate()}
            onSeen={(input) => seen.mutate(input)}
          />
        )}
      </Loaded>
    </Page>
  );
}
