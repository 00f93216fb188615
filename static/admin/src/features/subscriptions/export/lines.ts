import type { Person } from '../../../api/person';
import type { CsvColumn } from '../../../components/export/csv';
import { appOf, groupNamesOf, isSilent, type Seat } from '../list/seat';

/** A seat of a file, with its person where names are wanted and known. */
export interface ExportLine {
  readonly seat: Seat;
  readonly person: Person | undefined;
  /** The work item or audit record behind the activity; null where that is not known or not wanted. */
  readonly ref: string | null;
}

/** What an exclusion rule that keeps the seat is about. */
const RULES = { user: 'Person', identifier: 'App' } as const;

const NAMES: readonly CsvColumn<ExportLine>[] = [
  { header: 'Name', value: ({ person }) => person?.name ?? null },
  { header: 'E-mail', value: ({ person }) => person?.email ?? null },
];

const FACTS: readonly CsvColumn<ExportLine>[] = [
  { header: 'Guest', value: ({ seat }) => (seat.guest ? 'yes' : 'no') },
  { header: 'Service account', value: ({ seat }) => (seat.serviceAccount ? 'yes' : 'no') },
  { header: 'Application key', value: ({ seat }) => appOf(seat).key },
  { header: 'Application', value: ({ seat }) => appOf(seat).name },
  { header: 'Groups', value: ({ seat }) => groupNamesOf(seat).join('; ') },
  { header: 'First seen (UTC)', value: ({ seat }) => seat.firstSeen },
  { header: 'Activity', value: ({ seat }) => seat.activity.kind },
  { header: 'Last activity (UTC)', value: ({ seat: { activity } }) => (activity.kind === 'seen' ? activity.at : null) },
  { header: 'What', value: ({ seat: { activity } }) => (activity.kind === 'seen' ? activity.what : null) },
  { header: 'Class', value: ({ seat: { activity } }) => (activity.kind === 'seen' ? activity.activityClass : null) },
  { header: 'None since (UTC)', value: ({ seat: { activity } }) => (isSilent(activity) ? activity.since : null) },
  { header: 'Inactive days', value: ({ seat }) => seat.inactiveDays },
  { header: 'State', value: ({ seat }) => seat.usage },
  { header: 'Excluded', value: ({ seat }) => (seat.excludedBy ? 'yes' : 'no') },
  { header: 'Excluded by rule for', value: ({ seat: { excludedBy } }) => (excludedBy ? RULES[excludedBy] : null) },
  { header: 'Candidate', value: ({ seat }) => seat.candidate?.number ?? null },
  { header: 'Candidate state', value: ({ seat }) => seat.candidate?.state ?? null },
  { header: 'Profile', value: ({ seat }) => seat.source.profile.displayName },
];

/** The columns of a file for spreadsheets. */
export function exportColumns(withNames: boolean): readonly CsvColumn<ExportLine>[] {
  return [{ header: 'Account id', value: ({ seat }) => seat.accountId }, ...(withNames ? NAMES : []), ...FACTS];
}

/** One seat of a file for programs. */
export function exportRecord({ seat, person, ref }: ExportLine, withNames: boolean): object {
  const { accountId, guest, serviceAccount, firstSeen, activity, inactiveDays, usage, excludedBy, candidate, source } =
    seat;
  const app = appOf(seat);
  return {
    accountId,
    ...(withNames ? { name: person?.name ?? null, email: person?.email ?? null } : {}),
    guest,
    serviceAccount,
    applicationKey: app.key,
    application: app.name,
    groups: groupNamesOf(seat),
    firstSeen,
    activity: activity.kind === 'seen' ? { ...activity, ref } : activity,
    inactiveDays,
    state: usage,
    excluded: excludedBy !== null,
    excludedBy,
    candidate,
    profile: { id: source.profile.id, name: source.profile.displayName },
  };
}
