import Checkbox from '@atlaskit/checkbox';
import type { ProfileView, RoleKey, Savings } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { isReclaimable, isResumable, mayBeRestored } from '../../components/candidate-states';
import { useFormat } from '../../components/format';
import { Moment } from '../../components/moment';
import { Person } from '../../components/person';
import { RouteLink } from '../../components/route-link';
import { CandidateFlagLozenge } from '../../components/state-lozenges';
import type { VirtualColumn } from '../../components/virtual-table';
import hidden from '../../components/visually-hidden.module.css';
import styles from './candidates.module.css';
import type { Item } from './grouped';
import type { ListedCandidate } from './use-candidate-rows';

interface ColumnOptions {
  readonly nameOf: (roleKey: RoleKey) => string;
  /** Those that are listed; with more than one the list says whose each row is. */
  readonly profiles: readonly ProfileView[];
  /** Whether there is a mark on anybody; without one the names get its room. */
  readonly hasMarks: boolean;
  /** Whether anybody is proposed for another reason than low usage. */
  readonly hasReasons: boolean;
  readonly costOf: (roleKey: RoleKey) => Savings | undefined;
  /** The server’s clock, in milliseconds. */
  readonly now: number;
  readonly isSelected: (number: string) => boolean;
  readonly onSelect: (number: string) => void;
}

type Cell = (row: ListedCandidate) => React.ReactNode;
const ofRow = (cell: Cell) => (item: Item) => (item.kind === 'row' ? cell(item.row) : null);

/** The columns of the candidate list. Only people whose seat can be taken back, or given back, now can be selected. */
export function columns(options: ColumnOptions): readonly VirtualColumn<Item>[] {
  const { nameOf, profiles, costOf } = options;
  const profileOf = (profileId: string) => profiles.find(({ id }) => id === profileId);
  return [
    selectColumn(options),
    PERSON,
    sortable('number', 'Number', options.hasReasons ? '136px' : '112px', (row) => <NumberAndReason row={row} />),
    sortable('app', 'App', 'minmax(136px, 1.4fr)', ({ roleKey }) => (
      <span className={styles.app}>{nameOf(roleKey)}</span>
    )),
    ...(profiles.length > 1 ? [profileColumn(profileOf)] : []),
    {
      ...sortable('inactive', 'Inactive days', '124px', ({ inactiveDays }) => inactiveDays ?? 'None seen'),
      isNumber: true,
    },
    {
      ...sortable('savings', 'Saves a month', '120px', ({ roleKey }) => <Money savings={costOf(roleKey)} />),
      isNumber: true,
    },
    sortable('opened', 'Opened', '116px', ({ openedAt }) => <Moment at={openedAt} />),
    ...(options.hasMarks ? [MARK] : []),
  ];
}

function sortable(key: string, header: string, width: string, cell: Cell): VirtualColumn<Item> {
  return { key, header, width, isSortable: true, cell: ofRow(cell) };
}

function selectColumn({ profiles, now, isSelected, onSelect }: ColumnOptions): VirtualColumn<Item> {
  const open = new Set(profiles.filter(({ reclaim }) => reclaim).map(({ id }) => id));
  const mayBeTaken = (row: ListedCandidate) => open.has(row.profileId) && (isReclaimable(row, now) || isResumable(row));
  return {
    key: 'select',
    header: <span className={hidden.hidden}>Select</span>,
    width: '48px',
    cell: ofRow((row) =>
      mayBeTaken(row) || mayBeRestored(row) ? (
        <Checkbox
          aria-label={`Select ${row.number}`}
          isChecked={isSelected(row.number)}
          onChange={() => onSelect(row.number)}
        />
      ) : null,
    ),
  };
}

const PERSON: VirtualColumn<Item> = {
  key: 'person',
  header: 'Person',
  width: 'minmax(160px, 2fr)',
  cell: ofRow(({ number, accountId }) => (
    <RouteLink to={`/removal-candidates/${number}`}>
      <Person accountId={accountId} />
    </RouteLink>
  )),
};

/** Most are proposed for low usage: only another reason is told. */
function NumberAndReason({ row: { number, justification } }: { readonly row: ListedCandidate }) {
  if (justification === 'Low Usage') return <>{number}</>;
  return (
    <span>
      {number}
      <span className={styles.reason}>{justification}</span>
    </span>
  );
}

/** The state stands in the heading of the group; here is what else there is to say. */
const MARK: VirtualColumn<Item> = {
  key: 'mark',
  header: 'Mark',
  width: '156px',
  cell: ofRow((row) => (row.flag ? <CandidateFlagLozenge flag={row.flag} /> : <Until row={row} />)),
};

/** How long a person may still answer, or is left alone. */
function Until({ row: { state, until } }: { readonly row: ListedCandidate }) {
  const now = useNow();
  const format = useFormat();
  if (!until) return null;
  if (state === 'Awaiting User')
    return Date.parse(until) <= now ? <>No answer in time</> : <>Answer by {format.date(until)}</>;
  return <>Kept until {format.date(until)}</>;
}

function profileColumn(profileOf: (id: string) => ProfileView | undefined): VirtualColumn<Item> {
  return {
    key: 'profile',
    header: 'Profile',
    width: 'minmax(140px, 1fr)',
    cell: ofRow(({ profileId }) => profileOf(profileId)?.displayName ?? ''),
  };
}

function Money({ savings }: { readonly savings: Savings | undefined }) {
  const format = useFormat();
  return <>{savings ? format.money(savings) : '–'}</>;
}
