import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import type { ExclusionView } from '../../../../../src/shared/contract';
import { useCommand } from '../../api/queries';
import { Stack } from '../../components/layout';
import { Problem } from '../../components/problem';
import { useRefreshExclusions } from './use-refresh-exclusions';

interface DeleteDialogProps {
  /** Null: closed. */
  readonly rule: ExclusionView | null;
  readonly onClose: () => void;
}

/** Asks before a rule goes: its seats may become candidates the next day. */
export function DeleteDialog({ rule, onClose }: DeleteDialogProps) {
  return <ModalTransition>{rule ? <Dialog rule={rule} onClose={onClose} /> : null}</ModalTransition>;
}

function Dialog({ rule, onClose }: { readonly rule: ExclusionView; readonly onClose: () => void }) {
  const refresh = useRefreshExclusions();
  const remove = useCommand('deleteExclusion', () => {
    refresh();
    onClose();
  });
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>Delete this exclusion?</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack>
          {remove.error ? <Problem error={remove.error} /> : null}
          <p>
            From the next daily run on, these seats are counted again and can become removal candidates. You can also
            deactivate the rule and keep it for later.
          </p>
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button
          appearance="warning"
          isLoading={remove.isPending}
          onClick={() => remove.mutate({ ruleId: rule.id, revision: rule.revision })}
        >
          Delete
        </Button>
      </ModalFooter>
    </Modal>
  );
}
