import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import type { GroupId, JiraGroupView, RoleView } from '../../../../../../src/shared/contract';
import { useAnswer } from '../../../api/queries';
import { GroupTags } from '../../../components/group-tags';
import { Row, Stack } from '../../../components/layout';
import { Loaded } from '../../../components/loaded';
import { TextSkeleton } from '../../../components/skeletons';
import { FieldError } from '../../../components/field-error';
import { doubts } from '../model/group-doubts';
import { GroupTransfer } from './group-transfer';

const TAGS = 12;

interface GroupsFieldProps {
  readonly selected: readonly GroupId[];
  readonly isReclaimOn: boolean;
  readonly isDisabled?: boolean;
  readonly problem: string | undefined;
  readonly onChange: (selected: readonly GroupId[]) => void;
}

/** The selected groups as tags, what is wrong or doubtful about them, and the dialog to change them. */
export function GroupsField(props: GroupsFieldProps) {
  const groups = useAnswer('listJiraGroups', {});
  return (
    <Loaded query={groups} skeleton={<TextSkeleton lines={2} />}>
      {({ groups: all, roles }) => <Chosen {...props} all={all} roles={roles} />}
    </Loaded>
  );
}

interface ChosenProps extends GroupsFieldProps {
  readonly all: readonly JiraGroupView[];
  readonly roles: readonly RoleView[];
}

function Chosen({ selected, isReclaimOn, isDisabled = false, problem, onChange, all, roles }: ChosenProps) {
  const [isOpen, setOpen] = useState(false);
  const known = all.filter(({ id }) => selected.includes(id));
  const gone = selected.length - known.length;
  const notes = [
    ...doubts(known, isReclaimOn),
    ...(gone > 0 ? [`${gone} selected groups no longer exist in Jira. Change the groups to let them go.`] : []),
  ];
  return (
    <Stack>
      <div>
        <GroupTags names={known.map(({ name }) => name)} limit={TAGS} />
        <FieldError id="groups-error" problem={problem} />
      </div>
      {notes.length > 0 ? (
        <SectionMessage appearance="warning">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </SectionMessage>
      ) : null}
      <Row>
        <Button isDisabled={isDisabled} aria-describedby="groups-error" onClick={() => setOpen(true)}>
          Change groups
        </Button>
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
            isReclaimOn={isReclaimOn}
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
}
