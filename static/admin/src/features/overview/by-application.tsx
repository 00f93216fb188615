import type { RoleNumbers } from '../../../../../src/shared/contract';
import { DataTable, type Column } from '../../components/data-table';
import { useFormat, type Format } from '../../components/format';
import { RouteLink } from '../../components/route-link';
import { Section } from '../../components/section';
import { seatsLink } from './list-links';

/** The same numbers for each app. */
export function ByApplication({ roles }: { readonly roles: readonly RoleNumbers[] }) {
  const format = useFormat();
  return (
    <Section title="By app" isCard>
      <DataTable label="Seats by app" columns={columns(format)} rows={roles} rowKey={({ roleKey }) => roleKey} />
    </Section>
  );
}

/** The list behind each number; an app without such seats has no list worth opening. */
const WANTED = {
  seats: {},
  active: { activity: 'active' },
  inactive: { activity: 'inactive' },
  unknown: { activity: 'unknown' },
  candidates: { state: 'open' },
} as const;

function columns(format: Format): readonly Column<RoleNumbers>[] {
  const number = (key: keyof typeof WANTED, header: string) => ({
    key,
    header,
    isNumber: true,
    cell: ({ roleKey, name, [key]: seats }: RoleNumbers) =>
      seats === 0 ? (
        '0'
      ) : (
        <RouteLink
          to={seatsLink({ role: roleKey, ...WANTED[key] })}
          label={`${format.number(seats)}, ${header}, ${name}`}
        >
          {format.number(seats)}
        </RouteLink>
      ),
  });
  return [
    { key: 'name', header: 'App', cell: ({ name }) => name },
    number('seats', 'Seats'),
    number('active', 'Active'),
    number('inactive', 'Inactive'),
    number('unknown', 'Unknown'),
    number('candidates', 'Candidates'),
    { key: 'savings', header: 'Savings a month', isNumber: true, cell: ({ savings }) => format.money(savings) },
  ];
}
