import { Dialog } from '../../components/dialog';

interface StopCountingProps {
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before views are lost: what happens while they are not counted is never known. */
export default function StopCounting({ isBusy, onConfirm, onCancel }: StopCountingProps) {
  return (
    <Dialog
      title="Stop counting views?"
      action="Stop counting"
      isBusy={isBusy}
      focus="cancel"
      onClose={onCancel}
      onSubmit={onConfirm}
    >
      <p>
        People who only read work items will look silent, so rules may propose their seats. When you count again, views
        are known only from then on.
      </p>
    </Dialog>
  );
}
