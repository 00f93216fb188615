import { useState } from 'react';
import Button, { IconButton } from '@atlaskit/button/new';
import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { GroupId, JiraGroupView, RoleView } from '../../../../../../src/shared/contract';
import { reasonAgainst } from '../model/group-doubts';
import { GroupList } from './group-list';
import styles from './group-transfer.module.css';

interface GroupTransferProps {
  readonly groups: readonly JiraGroupView[];
  readonly roles: readonly RoleView[];
  readonly selected: readonly GroupId[];
  readonly isReclaimOn: boolean;
  readonly onConfirm: (selected: readonly GroupId[]) => void;
  readonly onClose: () => void;
}

/** Chooses groups: mark them on the left, move them to the right with the arrow, OK. */
export function GroupTransfer({ groups, roles, selected, isReclaimOn, onConfirm, onClose }: GroupTransferProps) {
  const { left, right, marked, mark, select, takeBack } = useTransfer(groups, selected);
  const lists = { roles, marked, onMark: mark };
  return (
    <Modal onClose={onClose} width="x-large">
      <ModalHeader hasCloseButton>
        <ModalTitle>Jira groups</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <p className={styles.help}>
          Only people in the selected groups are read and managed. Select the groups that give access to Jira; a group
          that isn’t selected is never touched. What each group gives is read from Jira’s administration.
        </p>
        <div className={styles.transfer}>
          <GroupList
            title="Available"
            groups={left}
            reasonAgainst={(group) => reasonAgainst(group, isReclaimOn)}
            {...lists}
          />
          <div className={styles.arrows}>
            <IconButton icon={ArrowRightIcon} label="Select the marked groups" onClick={select} />
            <IconButton icon={ArrowLeftIcon} label="Take back the marked groups" onClick={takeBack} />
          </div>
          <GroupList title="Selected" groups={right} {...lists} />
        </div>
      </ModalBody>
      <ModalFooter>
        <span role="status" className={styles.count}>
          {right.length} of {groups.length} groups selected
        </span>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button appearance="primary" onClick={() => onConfirm(right.map(({ id }) => id))}>
          OK
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function useTransfer(groups: readonly JiraGroupView[], selected: readonly GroupId[]) {
  const [chosen, setChosen] = useState<ReadonlySet<GroupId>>(() => new Set(selected));
  const [marked, setMarked] = useState<ReadonlySet<GroupId>>(() => new Set());
  const left = groups.filter(({ id }) => !chosen.has(id));
  const right = groups.filter(({ id }) => chosen.has(id));
  const markedOf = (side: readonly JiraGroupView[]) => side.map(({ id }) => id).filter((id) => marked.has(id));
  const mark = (ids: readonly GroupId[], isMarked: boolean) => setMarked(changed(marked, ids, isMarked));

  function move(ids: readonly GroupId[], isChosen: boolean): void {
    setChosen(changed(chosen, ids, isChosen));
    setMarked(changed(marked, ids, false));
  }

  return {
    left,
    right,
    marked,
    mark,
    select: () => move(markedOf(left), true),
    takeBack: () => move(markedOf(right), false),
  };
}

function changed(set: ReadonlySet<GroupId>, ids: readonly GroupId[], isMember: boolean): ReadonlySet<GroupId> {
  return isMember ? new Set([...set, ...ids]) : new Set([...set].filter((id) => !ids.includes(id)));
}
