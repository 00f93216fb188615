import { useMemo, useState } from 'react';
import SearchIcon from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import type {
  CandidateFlag,
  CandidateRow,
  CandidateState,
  ProfileView,
  RoleView,
} from '../../../../../src/shared/contract';
import { isClosed, STATES } from '../../components/candidate-states';
import { usePeopleSearch } from '../../components/use-people-search';
import { VirtualTable } from '../../components/virtual-table';
import { columns } from './columns';
import styles from './candidates.module.css';
import { GroupHeading } from './group-heading';
import { grouped, type Item } from './grouped';
import { FlagFilter } from './flag-filter';
import { SelectionBar } from './selection-bar';

interface CandidatesTableProps {
  readonly profile: ProfileView;
  readonly rows: readonly CandidateRow[];
  readonly roles: readonly RoleView[];
}

/** The list with its groups, and what can be done with the selected people. */
export function CandidatesTable({ profile, rows, roles }: CandidatesTableProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set());
  const [open, setOpen] = useState<ReadonlySet<CandidateState>>(
    () => new Set(STATES.filter((state) => !isClosed(state))),
  );
  const [text, setText] = useState('');
  const people = usePeopleSearch(text);
  const [flag, setFlag] = useState<CandidateFlag | null>(null);
  const found = useMemo(
    () => rows.filter((row) => (people?.has(row.accountId) ?? true) && (flag === null || row.flag === flag)),
    [rows, people, flag],
  );
  const items = useMemo(() => grouped(found, open), [found, open]);
  const ready = useMemo(() => rows.filter(({ state }) => state === 'Ready').map(({ number }) => number), [rows]);
  const chosen = ready.filter((number) => selected.has(number));

  const shownColumns = columns({
    roles,
    isSelected: (number) => selected.has(number),
    onSelect: (number) => setSelected(toggled(selected, number)),
    canReclaim: profile.reclaim,
  });

  return (
    <>
      <div className={styles.tools}>
        <div className={styles.search}>
          <Textfield
            aria-label="Search people"
            placeholder="Search people"
            elemBeforeInput={
              <span className={styles.icon}>
                <SearchIcon label="" />
              </span>
            }
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <FlagFilter rows={rows} chosen={flag} onChoose={setFlag} />
        <SelectionBar
          profile={profile}
          ready={ready}
          chosen={chosen}
          onSelect={(numbers) => setSelected(new Set(numbers))}
        />
      </div>
      <VirtualTable<Item>
        label="Removal candidates"
        minWidth={940}
        columns={shownColumns}
        items={items}
        itemKey={(item) => (item.kind === 'group' ? item.state : item.row.number)}
        isSelected={(item) => item.kind === 'row' && selected.has(item.row.number)}
        spanning={(item) =>
          item.kind === 'group' ? (
            <GroupHeading
              group={item}
              isFrozen={profile.reclaimLock !== null}
              onToggle={() => setOpen(toggled(open, item.state))}
            />
          ) : null
        }
      />
    </>
  );
}

function toggled<Member>(members: ReadonlySet<Member>, member: Member): ReadonlySet<Member> {
  const next = new Set(members);
  if (!next.delete(member)) next.add(member);
  return next;
}
