import { lazy, Suspense, useState } from 'react';
import EmptyState from '@atlaskit/empty-state';
import ModalTransition from '@atlaskit/modal-dialog/modal-transition';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import type { ProfileView } from '../../../../../src/shared/contract';
import { VirtualTable } from '../../components/virtual-table';
import { Coverage } from './coverage';
import { exportHeader } from './export/export-header';
import { Filters } from './filters';
import { ListBar } from './list-bar';
import type { Source } from './list/seat';
import type { SeatList } from './list/use-seats';
import { useShownSeats } from './list/use-shown-seats';
import styles from './subscriptions.module.css';
import { useAddressFilter } from './use-address-filter';
import { useColumns } from './use-columns';

const ColumnDialog = lazy(() => import('./column-dialog'));
const ExportDialog = lazy(() => import('./export/export-dialog'));
const SubscriptionPanel = lazy(() => import('./subscription-panel'));

interface SubscriptionsTableProps {
  readonly profiles: readonly ProfileView[];
  readonly sources: readonly Source[];
  readonly list: SeatList;
}

/** The table with its filters, and the details of the chosen person beside it. */
export function SubscriptionsTable({ profiles, sources, list }: SubscriptionsTableProps) {
  const { account } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const address = useAddressFilter();
  const columns = useColumns();
  const [dialog, setDialog] = useState<'columns' | 'export' | null>(null);
  const { seats = [] } = list;
  const shown = useShownSeats(list, address);

  function open(accountId: string | undefined): void {
    navigate(`/subscriptions${accountId ? `/${encodeURIComponent(accountId)}` : ''}${search}`);
  }

  return (
    <>
      <Filters profiles={profiles} sources={sources} address={address} />
      <ListBar onColumns={() => setDialog('columns')} onExport={() => setDialog('export')} canExport={list.isComplete}>
        <Coverage sources={sources} seats={seats} shown={shown.length} />
      </ListBar>
      <Suspense fallback={null}>
        <ModalTransition>
          {dialog === 'columns' ? <ColumnDialog choice={columns} onClose={() => setDialog(null)} /> : null}
          {dialog === 'export' ? (
            <ExportDialog
              all={seats}
              shown={shown}
              header={exportHeader(sources, address.filter, address.text)}
              onClose={() => setDialog(null)}
            />
          ) : null}
        </ModalTransition>
      </Suspense>
      <div className={styles.split}>
        <div className={styles.list}>
          {shown.length > 0 ? (
            <VirtualTable
              label="Subscriptions"
              minWidth={columns.shown.reduce((sum, { least }) => sum + least, 0)}
              columns={columns.shown}
              items={shown}
              isSelected={({ accountId }) => accountId === account}
              isDimmed={({ excludedBy }) => excludedBy !== null}
              sort={address.sort}
              onSort={address.setSort}
              onOpen={({ accountId }) => open(accountId)}
            />
          ) : (
            <NothingFound />
          )}
        </div>
        {account ? (
          <Suspense fallback={null}>
            <SubscriptionPanel
              key={account}
              accountId={account}
              seats={seats.filter(({ accountId }) => accountId === account)}
              onClose={() => open(undefined)}
            />
          </Suspense>
        ) : null}
      </div>
    </>
  );
}

function NothingFound() {
  return (
    <EmptyState
      header="No seat matches"
      headingLevel={2}
      description="Change or clear the filters above. People who hide their name in Jira can only be found by their account id, group or app."
    />
  );
}
