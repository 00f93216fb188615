import { useMemo, useState } from 'react';
import type { CandidateState, ProfileView } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { isReclaimable, isResumable, mayBeRestored } from '../../components/candidate-states';
import type { ProfilesProps } from '../../components/profile-choice';
import { useAppNames } from '../../components/use-app-names';
import { usePeopleSearch } from '../../components/use-people-search';
import { VirtualTable } from '../../components/virtual-table';
import { CandidateFilters } from './candidate-filters';
import { isOfKind } from './candidate-kind';
import { columns } from './columns';
import { ExportCandidates } from './export-candidates';
import { GroupHeading } from './group-heading';
import { grouped, type Item } from './grouped';
import { isNumberOf, isNumberText } from './number-search';
import { ReadingCandidates } from './reading-candidates';
import { SelectionBar } from './selection-bar';
import type { CostOf } from './total-savings';
import type { ListedCandidate } from './use-candidate-rows';
import { useListAddress, type ListAddress } from './use-list-address';
import { useOpenGroups } from './use-open-groups';
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
  const { open, toggle } = useOpenGroups(address.flag);
  const costOf = useUnitCosts();
  const { found, items } = useItems(rows, open, address, costOf);
  const ready = useMemo(() => rows.filter(({ state }) => state === 'Ready'), [rows]);
  const hasMarks = useMemo(() => rows.some(({ flag, until }) => flag !== null || until !== null), [rows]);
  const hasReasons = useMemo(() => rows.some(({ justification }) => justification !== 'Low Usage'), [rows]);
  const now = useNow();
  const chosen = rows.filter(({ number }) => selected.has(number));
  const shownColumns = columns({
    nameOf: useAppNames(),
    profiles: listed,
    hasMarks,
    hasReasons,
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
        chosen={chosen.filter((row) => isReclaimable(row, now) || isResumable(row))}
        restorable={chosen.filter(mayBeRestored)}
        isComplete={readShare === null}
        onSelect={(numbers) => setSelected(new Set(numbers))}
      />
      <ExportCandidates rows={found} profiles={listed} address={address} isDisabled={readShare !== null} />
      <ReadingCandidates share={readShare} />
      <VirtualTable<Item>
        label="Removal candidates"
        minWidth={(listed.length > 1 ? 1120 : 972) + (hasReasons ? 24 : 0)}
        columns={shownColumns}
        items={items}
        isSelected={(item) => item.kind === 'row' && selected.has(item.row.number)}
        sort={address.sort}
        onSort={address.setSort}
        spanning={(item) =>
          item.kind === 'group' ? (
            <GroupHeading group={item} isFrozen={listed.every(isLocked)} onToggle={() => toggle(item.state)} />
          ) : null
        }
      />
    </>
  );
}

/** The rows that pass the filter, and the same under their headings. */
function useItems(
  rows: readonly ListedCandidate[],
  open: ReadonlySet<CandidateState>,
  address: ListAddress,
  costOf: CostOf,
) {
  const { app, flag, sort, text } = address;
  const isNumber = isNumberText(text);
  const people = usePeopleSearch(isNumber ? '' : text);
  const { column, direction } = sort;
  const found = useMemo(
    () =>
      rows.filter(
        (row) =>
          (isNumberOf(text, row.number) || (people?.has(row.accountId) ?? !isNumber)) &&
          isOfKind(row, flag) &&
          (app === null || row.roleKey === app),
      ),
    [rows, people, text, isNumber, flag, app],
  );
  // Prices come with the first answer about them; the order of other columns does not wait for it.
  const prices = column === 'savings' ? costOf : undefined;
  const items = useMemo(
    () => grouped(found, open, { column, direction }, prices),
    [found, open, column, direction, prices],
  );
  return { found, items };
}

function isLocked({ reclaimLock }: ProfileView): boolean {
  return reclaimLock !== null;
}

function toggled<Member>(members: ReadonlySet<Member>, member: Member): ReadonlySet<Member> {
  const next = new Set(members);
  if (!next.delete(member)) next.add(member);
  return next;
}
