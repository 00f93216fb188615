import Lozenge from '@atlaskit/lozenge';
import { ActivityText, ACTIVITY_KINDS } from '../../components/activity-text';
import type { Format } from '../../components/format';
import { GroupTags } from '../../components/group-tags';
import { Person } from '../../components/person';
import { RouteLink } from '../../components/route-link';
import { CandidateLozenge } from '../../components/state-lozenges';
import type { VirtualColumn } from '../../components/virtual-table';
import { ACCOUNT_KINDS, AccountLozenge } from './account-kind';
import { EXCLUDED } from './exclusion-text';
import { heldSince } from './held-since';
import { accountKindOf, appOf, groupNamesOf, isSilent, silentDays, type Seat } from './list/seat';
import { PersonLink } from './person-link';
import styles from './subscriptions.module.css';

const GROUPS_SHOWN = 1;

/** A column with the least pixels it needs. */
export interface SeatColumn extends VirtualColumn<Seat> {
  readonly header: string;
  readonly least: number;
}

/** Every column of the list, in its order. */
export function seatColumns(format: Format, now: number): readonly SeatColumn[] {
  const column = (
    key: string,
    header: string,
    least: number,
    share: string,
    cell: SeatColumn['cell'],
    isNumber = false,
  ): SeatColumn => ({ key, header, least, width: `minmax(${least}px, ${share})`, cell, isNumber, isSortable: true });
  return [
    column('person', 'Person', 170, '2fr', (seat) => <PersonCell seat={seat} />),
    column('account', 'Account id', 200, '1fr', ({ accountId }) => <span title={accountId}>{accountId}</span>),
    column('type', 'Account type', 130, '0.6fr', (seat) => ACCOUNT_KINDS[accountKindOf(seat)]),
    column('app', 'App', 120, '1fr', (seat) => appOf(seat).name),
    column('groups', 'Groups', 170, '1.5fr', (seat) => (
      <GroupTags names={groupNamesOf(seat)} limit={GROUPS_SHOWN} isOneLine />
    )),
    column('activity', 'Last activity', 250, '1.4fr', ({ activity }) => <ActivityText activity={activity} />),
    column('kind', 'Kind', 120, '0.7fr', ({ activity }) =>
      activity.kind === 'seen' ? ACTIVITY_KINDS[activity.activityClass] : '–',
    ),
    column('inactive', 'Inactive days', 130, '0.3fr', (seat) => inactiveText(seat, now), true),
    column('usage', 'Usage', 100, '0.6fr', ({ usage }) => USAGE[usage]),
    column('since', 'Holds the seat since', 150, '0.7fr', (seat) => heldSince(seat, format)),
    column('state', 'State', 150, '1fr', (seat) => <StateCell seat={seat} />),
    column('number', 'Candidate', 120, '0.6fr', ({ candidate }) =>
      candidate ? <RouteLink to={`/removal-candidates/${candidate.number}`}>{candidate.number}</RouteLink> : '–',
    ),
    column('excluded', 'Exclusion', 140, '0.7fr', ({ excludedBy }) => (excludedBy ? EXCLUDED[excludedBy] : '–')),
    column('profile', 'Profile', 140, '0.8fr', ({ source }) => source.profile.displayName),
  ];
}

/** Shown until somebody chooses; the person always is. */
export const USUAL_COLUMNS: readonly string[] = ['person', 'app', 'groups', 'activity', 'inactive', 'state'];

export const USAGE = { active: 'Active', inactive: 'Inactive', unknown: 'Unknown' } as const;

function PersonCell({ seat }: { readonly seat: Seat }) {
  const { accountId } = seat;
  return (
    <span className={styles.person}>
      <span className={styles.link}>
        <PersonLink accountId={accountId}>
          <Person accountId={accountId} />
        </PersonLink>
      </span>
      <AccountLozenge seat={seat} />
    </span>
  );
}

function inactiveText(seat: Seat, now: number): string {
  const days = silentDays(seat, now);
  if (days === null) return '–';
  return isSilent(seat.activity) ? `${days}+` : String(days);
}

function StateCell({ seat: { candidate, excludedBy } }: { readonly seat: Seat }) {
  if (excludedBy)
    return (
      <RouteLink to="/exclusions">
        <Lozenge>{EXCLUDED[excludedBy]}</Lozenge>
      </RouteLink>
    );
  if (!candidate) return 'Not a candidate';
  return (
    <RouteLink to={`/removal-candidates/${candidate.number}`}>
      <CandidateLozenge state={candidate.state} />
    </RouteLink>
  );
}
