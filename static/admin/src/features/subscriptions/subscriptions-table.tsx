import { useMemo } from 'react';
import EmptyState from '@atlaskit/empty-state';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import type { ProfileView, SubscriptionRow, SubscriptionTable } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { knownNames } from '../../api/people';
import { useAnswer } from '../../api/queries';
import { usePeopleSearch } from '../../components/use-people-search';
import { VirtualTable } from '../../components/virtual-table';
import { columns } from './columns';
import { Coverage } from './coverage';
import { Filters } from './filters';
import { SubscriptionPanel } from './subscription-panel';
import { filterRows, sortRows, type Judgment } from './subscription-list';
import styles from './subscriptions.module.css';
import { useAddressFilter, type AddressFilter } from './use-address-filter';

interface SubscriptionsTableProps {
  readonly profile: ProfileView;
  readonly table: SubscriptionTable;
  readonly rows: readonly SubscriptionRow[];
}

const NO_RULES = [] as const;

/** The table with its filters, and the details of the chosen person beside it. */
export function SubscriptionsTable({ profile, table, rows }: SubscriptionsTableProps) {
  const { account } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const address = useAddressFilter();
  const rules = useAnswer('listReclamationRules', { profileId: profile.id }).data?.rules ?? NO_RULES;
  const shown = useShownRows(address, { table, rows, rules });
  const shownColumns = useMemo(() => columns(table), [table]);

  function open(accountId: string | undefined): void {
    navigate(`/subscriptions${accountId ? `/${encodeURIComponent(accountId)}` : ''}${search}`);
  }

  return (
    <>
      <Filters table={table} address={address} />
      <Coverage table={table} shown={shown.length} />
      <div className={styles.split}>
        <div className={styles.list}>
          {shown.length > 0 ? (
            <VirtualTable
              label="Subscriptions"
              minWidth={950}
              columns={shownColumns}
              items={shown}
              itemKey={({ accountId, role }) => `${accountId}/${role}`}
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
          <SubscriptionPanel
            key={account}
            accountId={account}
            table={table}
            rules={rules}
            seats={rows.filter(({ accountId }) => accountId === account)}
            onClose={() => open(undefined)}
          />
        ) : null}
      </div>
    </>
  );
}

function useShownRows(
  address: AddressFilter,
  { table, rows, rules }: Pick<SubscriptionsTableProps, 'table' | 'rows'> & Pick<Judgment, 'rules'>,
): readonly SubscriptionRow[] {
  const client = useQueryClient();
  const now = useNow();
  const people = usePeopleSearch(address.text);
  const [role, group, activity, state] = [
    address.get('role'),
    address.get('group'),
    address.get('activity'),
    address.get('state'),
  ];
  const { column, direction } = address.sort;
  const sorted = useMemo(
    () => sortRows(rows, { column, direction }, table, knownNames(client)),
    [rows, column, direction, table, client],
  );
  return useMemo(
    () => filterRows(sorted, { people, role, group, activity, state }, { table, rules, now }),
    [sorted, people, role, group, activity, state, table, rules, now],
  );
}

function NothingFound() {
  return (
    <EmptyState
      header="No seat matches"
      headingLevel={2}
      description="Change or clear the filters above. Names are searched in Jira, so people whose profile is hidden can only be found by their group or app."
    />
  );
}
