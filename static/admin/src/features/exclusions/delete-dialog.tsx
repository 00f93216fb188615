import { ModalTransition } from '@atlaskit/modal-dialog';
import type { ExclusionView } from '../../../../../src/shared/contract';
import { useCommand } from '../../api/queries';
import { useRefreshExclusions } from './use-refresh-exclusions';
import { Dialog } from '../../components/dialog';

interface DeleteDialogProps {
  /** Null: closed. */
  readonly rule: ExclusionView | null;
  readonly onClose: () => void;
}

/** Asks before a rule goes: its seats may become candidates the next day. */
export function DeleteDialog({ rule, onClose }: DeleteDialogProps) {
  return <ModalTransition>{rule ? <Question rule={rule} onClose={onClose} /> : null}</ModalTransition>;
}

function Question({ rule, onClose }: { readonly rule: ExclusionView; readonly onClose: () => void }) {
  const refresh = useRefreshExclusions();
  const remove = useCommand('deleteExclusion', () => {
    refresh();
    onClose();
  });
  return (
    <Dialog
      title="Delete this exclusion?"
      action="Delete"
      actionTone="warning"
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onSubmit={() => remove.mutate({ ruleId: rule.id, revision: rule.revision })}
    >
      <p>
        From the next daily run on, these seats are counted again and can become removal candidates. You can also
        deactivate the rule and keep it for later.
      </p>
    </Dialog>
  );
}
