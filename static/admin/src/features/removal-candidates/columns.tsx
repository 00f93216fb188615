import Checkbox from '@atlaskit/checkbox';
import type { CandidateRow, RoleView } from '../../../../../src/shared/contract';
import { Moment } from '../../components/moment';
import { Person } from '../../components/person';
import { RouteLink } from '../../components/route-link';
import { CandidateFlagLozenge, CandidateLozenge } from '../../components/state-lozenges';
import type { VirtualColumn } from '../../components/virtual-table';
import styles from './candidates.module.css';
import type { Item } from './grouped';

interface ColumnOptions {
  readonly roles: readonly RoleView[];
  readonly canReclaim: boolean;
  readonly isSelected: (number: string) => boolean;
  readonly onSelect: (number: string) => void;
}

/** The columns of the candidate list. Only people who can be reclaimed now can be selected. */
export function columns({ roles, canReclaim, isSelected, onSelect }: ColumnOptions): readonly VirtualColumn<Item>[] {
  const ofRow = (cell: (row: CandidateRow) => React.ReactNode) => (item: Item) =>
    item.kind === 'row' ? cell(item.row) : null;
  return [
    {
      key: 'select',
      header: <span className={styles.hidden}>Select</span>,
      width: '48px',
      cell: ofRow(({ number, state }) =>
        canReclaim && state === 'Ready' ? (
          <Checkbox aria-label={`Select ${number}`} isChecked={isSelected(number)} onChange={() => onSelect(number)} />
        ) : null,
      ),
    },
    {
      key: 'person',
      header: 'Person',
      width: 'minmax(180px, 2fr)',
      cell: ofRow(({ number, accountId }) => (
        <RouteLink to={`/removal-candidates/${number}`}>
          <Person accountId={accountId} />
        </RouteLink>
      )),
    },
    { key: 'number', header: 'Number', width: 'minmax(110px, 1fr)', cell: ofRow(({ number }) => number) },
    {
      key: 'app',
      header: 'App',
      width: 'minmax(170px, 1fr)',
      cell: ofRow(({ roleKey }) => roles.find(({ key }) => key === roleKey)?.name ?? roleKey),
    },
    {
      key: 'inactive',
      header: 'Inactive days',
      width: '120px',
      isNumber: true,
      cell: ofRow(({ inactiveDays }) => inactiveDays ?? 'None seen'),
    },
    {
      key: 'opened',
      header: 'Opened',
      width: 'minmax(120px, 1fr)',
      cell: ofRow(({ openedAt }) => <Moment at={openedAt} />),
    },
    {
      key: 'state',
      header: 'State',
      width: 'minmax(210px, 1.2fr)',
      cell: ofRow(({ state, flag }) => (
        <>
          <CandidateLozenge state={state} /> <CandidateFlagLozenge flag={flag} />
        </>
      )),
    },
  ];
}
