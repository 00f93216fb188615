import { useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import Heading from '@atlaskit/heading';
import SearchIcon from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import type { GroupId, JiraGroupView, RoleView } from '../../../../../../src/shared/contract';
import { Row } from '../../../components/layout';
import { GroupMarkers } from './group-markers';
import styles from './group-transfer.module.css';

const SHOWN = 200;

interface GroupListProps {
  readonly title: string;
  readonly groups: readonly JiraGroupView[];
  readonly roles: readonly RoleView[];
  readonly marked: ReadonlySet<GroupId>;
  /** Why a group can't be marked here. */
  readonly reasonAgainst?: (group: JiraGroupView) => string | undefined;
  readonly onMark: (groupIds: readonly GroupId[], isMarked: boolean) => void;
}

/** One side of the transfer: a searchable list whose groups can be marked. */
export function GroupList({ title, groups, roles, marked, reasonAgainst, onMark }: GroupListProps) {
  const [text, setText] = useState('');
  const id = useId();
  const wanted = text.trim().toLowerCase();
  const found = wanted ? groups.filter(({ name }) => name.toLowerCase().includes(wanted)) : groups;
  const markable = found.filter((group) => !reasonAgainst?.(group)).map((group) => group.id);
  const markedHere = groups.filter((group) => marked.has(group.id)).map((group) => group.id);
  return (
    <section className={styles.list} aria-labelledby={id}>
      <Heading id={id} as="h2" size="xsmall">
        {title} ({groups.length})
      </Heading>
      <div>
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
      </div>
      <Row>
        <Button
          spacing="compact"
          appearance="subtle"
          isDisabled={markable.length === 0}
          onClick={() => onMark(markable, true)}
        >
          {wanted ? `Mark the ${markable.length} found` : `Mark all ${markable.length}`}
        </Button>
        {markedHere.length > 0 ? (
          <Button spacing="compact" appearance="subtle" onClick={() => onMark(markedHere, false)}>
            {`Unmark ${markedHere.length}`}
          </Button>
        ) : null}
      </Row>
      <ul className={styles.items} tabIndex={0} aria-label={title}>
        {found.slice(0, SHOWN).map((group) => (
          <Item
            key={group.id}
            group={group}
            roles={roles}
            isMarked={marked.has(group.id)}
            reason={reasonAgainst?.(group)}
            onMark={(isMarked) => onMark([group.id], isMarked)}
          />
        ))}
        {found.length === 0 ? (
          <li className={styles.note}>{wanted ? 'No group has this name.' : 'No groups.'}</li>
        ) : null}
        {found.length > SHOWN ? <li className={styles.note}>Search to see the other {found.length - SHOWN}.</li> : null}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly group: JiraGroupView;
  readonly roles: readonly RoleView[];
  readonly isMarked: boolean;
  readonly reason: string | undefined;
  readonly onMark: (isMarked: boolean) => void;
}

function Item({ group, roles, isMarked, reason, onMark }: ItemProps) {
  return (
    <li className={styles.item}>
      <Checkbox
        label={group.name}
        isChecked={isMarked}
        isDisabled={reason !== undefined}
        onChange={(event) => onMark(event.currentTarget.checked)}
      />
      <span className={styles.markers}>
        <GroupMarkers group={group} roles={roles} />
      </span>
      {reason ? <p className={styles.reason}>{reason}</p> : null}
    </li>
  );
}
