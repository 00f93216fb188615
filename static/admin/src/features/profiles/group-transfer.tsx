import { useState } from 'react';
import Button, { IconButton } from '@atlaskit/button/new';
import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { GroupId, JiraGroupView, RoleView } from '../../../../../src/shared/contract';
import { GroupList } from './group-list';
import styles from './group-transfer.module.css';

interface GroupTransferProps {
  readonly groups: readonly JiraGroupView[];
  readonly roles: readonly RoleView[];
  readonly selected: readonly GroupId[];
  readonly onConfirm: (selected: readonly GroupId[]) => void;
  readonly onClose: () => void;
}

/** Chooses groups: mark them on the left, move them to the right with the arrow, OK. */
export function GroupTransfer({ groups, roles, selected, onConfirm, onClose }: GroupTransferProps) {
  const [chosen, setChosen] = useState<ReadonlySet<GroupId>>(() => new Set(selected));
  const [marked, setMarked] = useState<ReadonlySet<GroupId>>(() => new Set());
  const left = groups.filter(({ id }) => !chosen.has(id));
  const right = groups.filter(({ id }) => chosen.has(id));

  function mark(groupId: GroupId, isMarked: boolean): void {
    const next = new Set(marked);
    if (isMarked) next.add(groupId);
    else next.delete(groupId);
    setMarked(next);
  }

  function move(from: readonly JiraGroupView[], isChosen: boolean): void {
    const next = new Set(chosen);
    const moving = from.filter(({ id }) => marked.has(id));
    for (const { id } of moving)
      if (isChosen) next.add(id);
      else next.delete(id);
    setChosen(next);
    setMarked(new Set([...marked].filter((id) => !moving.some((group) => group.id === id))));
  }

  const lists = { roles, marked, onMark: mark };
  return (
    <Modal onClose={onClose} width="x-large">
      <ModalHeader hasCloseButton>
        <ModalTitle>Jira groups</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <p className={styles.help}>
          Only people in the selected groups are read and managed. Select the groups that give access to Jira; a group
          that isn’t selected is never touched.
        </p>
        <div className={styles.transfer}>
          <GroupList title="Available" groups={left} {...lists} />
          <div className={styles.arrows}>
            <IconButton
              icon={ArrowRightIcon}
              label="Select the marked groups"
              isDisabled={!left.some(({ id }) => marked.has(id))}
              onClick={() => move(left, true)}
            />
            <IconButton
              icon={ArrowLeftIcon}
              label="Take back the marked groups"
              isDisabled={!right.some(({ id }) => marked.has(id))}
              onClick={() => move(right, false)}
            />
          </div>
          <GroupList title="Selected" groups={right} {...lists} />
        </div>
      </ModalBody>
      <ModalFooter>
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
