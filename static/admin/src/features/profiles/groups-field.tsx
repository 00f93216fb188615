import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import type { GroupId } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { GroupTags } from '../../components/group-tags';
import { Row, Stack } from '../../components/layout';
import { Loaded } from '../../components/loaded';
import { TextSkeleton } from '../../components/skeletons';
import { doubts } from './group-markers';
import { GroupTransfer } from './group-transfer';

const TAGS = 12;

interface GroupsFieldProps {
  readonly selected: readonly GroupId[];
  readonly onChange: (selected: readonly GroupId[]) => void;
}

/** The selected groups as tags, what is doubtful about them, and the dialog to change them. */
export function GroupsField({ selected, onChange }: GroupsFieldProps) {
  const [isOpen, setOpen] = useState(false);
  const groups = useAnswer('listJiraGroups', {});
  return (
    <Loaded query={groups} skeleton={<TextSkeleton lines={2} />}>
      {({ groups: all, roles }) => {
        const chosen = selected.map((id) => all.find((group) => group.id === id));
        const known = chosen.flatMap((group) => (group ? [group] : []));
        const notes = doubts(known);
        const gone = chosen.length - known.length;
        return (
          <Stack>
            <GroupTags names={known.map(({ name }) => name)} limit={TAGS} />
            {gone > 0 ? <p>{gone} selected groups no longer exist in Jira.</p> : null}
            {notes.length > 0 ? (
              <SectionMessage appearance="warning">
                {notes.map((note) => (
                  <p key={note}>{note}</p>
                ))}
              </SectionMessage>
            ) : null}
            <Row>
              <Button onClick={() => setOpen(true)}>Change groups</Button>
              <span>
                {known.length} of {all.length} selected
              </span>
            </Row>
            <ModalTransition>
              {isOpen ? (
                <GroupTransfer
                  groups={all}
                  roles={roles}
                  selected={selected}
                  onClose={() => setOpen(false)}
                  onConfirm={(next) => {
                    setOpen(false);
                    onChange(next);
                  }}
                />
              ) : null}
            </ModalTransition>
          </Stack>
        );
      }}
    </Loaded>
  );
}
