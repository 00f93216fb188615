import { useState } from 'react';
import EmptyState from '@atlaskit/empty-state';
import SectionMessage from '@atlaskit/section-message';
import type { SoftwareModelView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { useFormat } from '../../components/format';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { RoleNotice, useMay } from '../../components/role-notice';
import { TableSkeleton } from '../../components/skeletons';
import { ModelForm } from './model-form';
import { ModelTable } from './model-table';

const LEAD =
  'Each application of the downloaded subscriptions is a software model. Enter what you pay for a seat, and savings are no estimates any more.';

/** What the subscriptions are subscriptions of, and what a seat costs. */
export default function SoftwareModelsPage() {
  const [edited, setEdited] = useState<SoftwareModelView | null>(null);
  const models = useAnswer('listSoftwareModels', {});
  const may = useMay('integrator') === true;
  return (
    <Page title="Software models" lead={LEAD}>
      <RoleNotice role="integrator" />
      <Loaded query={models} skeleton={<TableSkeleton rows={4} columns={6} />}>
        {(value) => (
          <>
            <Unrecognized models={value.models.filter(({ isRecognized }) => !isRecognized)} />
            {value.models.length > 0 ? (
              <ModelTable models={value.models} may={may} onEdit={setEdited} />
            ) : (
              <EmptyState
                header="No software models yet"
                headingLevel={2}
                description="They appear with the first complete download of subscriptions, one for each application."
              />
            )}
            <ModelForm model={edited} currency={value.currency} onClose={() => setEdited(null)} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Unrecognized({ models }: { readonly models: readonly SoftwareModelView[] }) {
  const format = useFormat();
  if (models.length === 0) return null;
  const keys = models.map(({ roleKey, subscriptions }) => {
    return `${roleKey} (${format.count(subscriptions, 'subscription', 'subscriptions')})`;
  });
  return (
    <SectionMessage appearance="warning" title="Unrecognized subscription identifiers">
      {format.list(keys)}: this app does not know what software that is. Name it, and all its subscriptions carry the
      name.
    </SectionMessage>
  );
}
