import { useState } from 'react';
import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { useSearchParams } from 'react-router-dom';
import { useAnswer } from '../../api/queries';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { RoleNotice, useMay } from '../../components/role-notice';
import { TableSkeleton } from '../../components/skeletons';
import { ExclusionForm } from './exclusion-form';
import { ExclusionTable } from './exclusion-table';

const LEAD =
  'Excluded seats stay in the list of subscriptions, but are no part of counts, costs and savings and never become removal candidates. Numbers follow at the next daily run; taking an excluded seat back is refused at once.';

/** Whose seats, and the seats of which applications, are left out of everything. The address may name a `person` to exclude. */
export default function ExclusionsPage() {
  const [params, setParams] = useSearchParams();
  const person = params.get('person');
  const [isAdding, setAdding] = useState(person !== null);
  const exclusions = useAnswer('listExclusions', {});
  const may = useMay('integrator') === true;
  const add = (
    <Button appearance="primary" isDisabled={!may} onClick={() => setAdding(true)}>
      Add exclusion
    </Button>
  );
  return (
    <Page title="Exclusions" lead={LEAD} actions={add}>
      <RoleNotice role="integrator" />
      <Loaded query={exclusions} skeleton={<TableSkeleton rows={3} columns={5} />}>
        {({ rules }) => (
          <>
            {rules.length > 0 ? <ExclusionTable rules={rules} may={may} /> : <NoExclusions />}
            <ExclusionForm
              isOpen={isAdding && may}
              person={person}
              rules={rules}
              onClose={() => {
                setAdding(false);
                if (person !== null) setParams({}, { replace: true });
              }}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function NoExclusions() {
  return (
    <EmptyState
      header="Nothing is excluded"
      headingLevel={2}
      description="Add an exclusion for a person whose seats must stay, such as somebody on a long leave, or for an application that costs so little that nobody needs to look at it."
    />
  );
}
