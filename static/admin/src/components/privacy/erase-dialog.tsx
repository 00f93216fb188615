import type { AccountId } from '../../../../../src/shared/contract';
import { useCommand } from '../../api/queries';
import { Dialog } from '../dialog';
import { PersonName } from '../person';

interface EraseDialogProps {
  readonly accountId: AccountId;
  readonly onClose: () => void;
  readonly onStarted: () => void;
}

/** Says what erasing somebody means before it is done: it can't be undone. */
export default function EraseDialog({ accountId, onClose, onStarted }: EraseDialogProps) {
  const erase = useCommand('erasePerson', onStarted);
  return (
    <Dialog
      title="Erase this person?"
      tone="danger"
      actionTone="danger"
      action="Erase"
      isReady
      isBusy={erase.isPending}
      error={erase.error}
      onClose={onClose}
      onSubmit={() => erase.mutate({ accountId })}
    >
      <p>
        We delete what is stored of <PersonName accountId={accountId} />: seats, activity and open removal candidates.
        You can’t undo this.
      </p>
      <p>Evidence stays and still verifies, but nobody can tell any more whom it was about.</p>
      <p>No seat is touched. A seat the person still holds is read anew the next day, as somebody new.</p>
    </Dialog>
  );
}
