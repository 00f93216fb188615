import { useId, useState } from 'react';
import Checkbox from '@atlaskit/checkbox';
import Heading from '@atlaskit/heading';
import SearchIcon from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import type { GroupId, JiraGroupView, RoleView } from '../../../../../src/shared/contract';
import { GroupMarkers } from './group-markers';
import styles from './group-transfer.module.css';

const SHOWN = 200;

interface GroupListProps {
  readonly title: string;
  readonly groups: readonly JiraGroupView[];
  readonly roles: readonly RoleView[];
  readonly marked: ReadonlySet<GroupId>;
  readonly onMark: (groupId: GroupId, isMarked: boolean) => void;
}

/** One side of the transfer: a searchable list whose groups can be marked. */
export function GroupList({ title, groups, roles, marked, onMark }: GroupListProps) {
  const [text, setText] = useState('');
  const id = useId();
  const wanted = text.trim().toLowerCase();
  const found = wanted ? groups.filter(({ name }) => name.toLowerCase().includes(wanted)) : groups;
  return (
    <section className={styles.list} aria-labelledby={id}>
      <Heading id={id} as="h2" size="xsmall">
        {title} ({groups.length})
      </Heading>
      <Textfield
        aria-label={`Search in ${title.toLowerCase()}`}
        placeholder="Search groups"
        isCompact
        elemBeforeInput={
          <span className={styles.icon}>
            <SearchIcon label="" />
          </span>
        }
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={styles.items} tabIndex={0} aria-label={title}>
        {found.slice(0, SHOWN).map((group) => (
          <li key={group.id} className={styles.item}>
            <Checkbox
              label={group.name}
              isChecked={marked.has(group.id)}
              onChange={(event) => onMark(group.id, event.currentTarget.checked)}
            />
            <span className={styles.markers}>
              <GroupMarkers group={group} roles={roles} />
            </span>
          </li>
        ))}
        {found.length === 0 ? (
          <li className={styles.note}>{wanted ? 'No group has this name.' : 'No groups.'}</li>
        ) : null}
        {found.length > SHOWN ? <li className={styles.note}>Search to see the other {found.length - SHOWN}.</li> : null}
      </ul>
    </section>
  );
}
