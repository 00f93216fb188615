import { useMemo, useState } from 'react';
import type { CandidateState, ProfileView } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { isClosed, isReclaimable, STATES } from '../../components/candidate-states';
import type { ProfilesProps } from '../../components/profile-choice';
import { useAppNames } from '../../components/use-app-names';
import { usePeopleSearch } from '../../components/use-people-search';
import { VirtualTable } from '../../components/virtual-table';
import { CandidateFilters } from './candidate-filters';
import { columns } from './columns';
import { GroupHeading } from './group-heading';
import { grouped, type Item } from './grouped';
import { ReadingCandidates } from './reading-candidates';
import { SelectionBar } from './selection-bar';
import type { ListedCandidate } from './use-candidate-rows';
import { useListAddress, type ListAddress } from './use-list-address';
import { useUnitCosts } from './use-unit-costs';

interface CandidatesTableProps {
  readonly profiles: ProfilesProps;
  readonly rows: readonly ListedCandidate[];
  /** While the list is still being read: how much of it is here. */
  readonly readShare: number | null;
}

/** The list with its groups, and what can be done with the selected people. */
export function CandidatesTable({ profiles, rows, readShare }: CandidatesTableProps) {
  const { listed } = profiles;
  const address = useListAddress();
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set());
  const [open, setOpen] = useState<ReadonlySet<CandidateState>>(
    () => new Set(STATES.filter((each) => !isClosed(each))),
  );
  const items = useItems(rows, open, address);
  const ready = useMemo(() => rows.filter(({ state }) => state === 'Ready'), [rows]);
  const hasMarks = useMemo(() => rows.some(({ flag, until }) => flag !== null || until !== null), [rows]);
  const now = useNow();
  const costOf = useUnitCosts();
  const shownColumns = columns({
    nameOf: useAppNames(),
    profiles: listed,
    hasMarks,
    costOf,
    now,
    isSelected: (number) => selected.has(number),
    onSelect: (number) => setSelected(toggled(selected, number)),
  });
  return (
    <>
      <CandidateFilters profiles={profiles} rows={rows} address={address} />
      <SelectionBar
        profiles={listed}
        ready={ready}
        chosen={rows.filter((row) => selected.has(row.number) && isReclaimable(row, now))}
        isComplete={readShare === null}
        onSelect={(numbers) => setSelected(new Set(numbers))}
      />
      <ReadingCandidates share={readShare} />
      <VirtualTable<Item>
        label="Removal candidates"
        minWidth={listed.length > 1 ? 1120 : 972}
        columns={shownColumns}
        items={items}
        isSelected={(item) => item.kind === 'row' && selected.has(item.row.number)}
        sort={address.sort}
        onSort={address.setSort}
        spanning={(item) =>
          item.kind === 'group' ? (
            <GroupHeading
              group={item}
              isFrozen={listed.every(isLocked)}
              onToggle={() => setOpen(toggled(open, item.state))}
            />
          ) : null
        }
      />
    </>
  );
}

/** The rows that pass the filter, under their headings. */
function useItems(rows: readonly ListedCandidate[], open: ReadonlySet<CandidateState>, address: ListAddress) {
  const people = usePeopleSearch(address.text);
  const { app, flag, sort } = address;
  const { column, direction } = sort;
  const found = useMemo(
    () =>
      rows.filter(
        (row) =>
          (people?.has(row.accountId) ?? true) &&
          (flag === null || row.flag === flag || row.state === flag) &&
          (app === null || row.roleKey === app),
      ),
    [rows, people, flag, app],
  );
  return useMemo(() => grouped(found, open, { column, direction }), [found, open, column, direction]);
}

function isLocked({ reclaimLock }: ProfileView): boolean {
  return reclaimLock !== null;
}

function toggled<Member>(members: ReadonlySet<Member>, member: Member): ReadonlySet<Member> {
  const next = new Set(members);
  if (!next.delete(member)) next.add(member);
  return next;
}
