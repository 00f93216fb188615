import type { RoleNumbers } from '../../../../../src/shared/contract';
import { DataTable, type Column } from '../../components/data-table';
import { useFormat, type Format } from '../../components/format';
import { RouteLink } from '../../components/route-link';
import { Section } from '../../components/section';

/** The same numbers for each app. */
export function ByApplication({ roles }: { readonly roles: readonly RoleNumbers[] }) {
  const format = useFormat();
  return (
    <Section title="By app" isCard>
      <DataTable label="Seats by app" columns={columns(format)} rows={roles} rowKey={({ roleKey }) => roleKey} />
    </Section>
  );
}

function columns(format: Format): readonly Column<RoleNumbers>[] {
  const number = (key: 'seats' | 'active' | 'inactive' | 'unknown' | 'candidates', header: string) => ({
    key,
    header,
    isNumber: true,
    cell: (row: RoleNumbers) => format.number(row[key]),
  });
  return [
    {
      key: 'name',
      header: 'App',
      cell: ({ roleKey, name }) => <RouteLink to={`/subscriptions?role=${roleKey}`}>{name}</RouteLink>,
    },
    number('seats', 'Seats'),
    number('active', 'Active'),
    number('inactive', 'Inactive'),
    number('unknown', 'Unknown'),
    number('candidates', 'Candidates'),
    { key: 'savings', header: 'Savings a month', isNumber: true, cell: ({ savings }) => format.money(savings) },
  ];
}
