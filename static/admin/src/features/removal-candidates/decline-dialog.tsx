import { useId, useState } from 'react';
import { Label } from '@atlaskit/form/label';
import Textfield from '@atlaskit/textfield';
import type { ReclaimRequestView } from '../../../../../src/shared/contract';
import { useCommand } from '../../api/queries';
import { Dialog } from '../../components/dialog';
import type { FocusAfter } from '../../components/use-focus-after';
import { useShownRequest } from './use-shown-request';

interface DeclineDialogProps {
  readonly request: ReclaimRequestView;
  readonly focus: FocusAfter;
  readonly onClose: () => void;
}

/** Declines a request, with a word to whoever asked. */
export default function DeclineDialog({ request, focus, onClose }: DeclineDialogProps) {
  const id = useId();
  const [note, setNote] = useState('');
  const show = useShownRequest();
  const decline = useCommand('decideReclaimRequest', (decided) => {
    focus.answered();
    onClose();
    show(decided);
  });
  const { profileId, takeable: expectedCount } = request;
  return (
    <Dialog
      title="Decline this request?"
      action="Decline"
      isBusy={decline.isPending}
      error={decline.error}
      focusAfter={focus.focusAfter}
      onClose={onClose}
      onSubmit={() => decline.mutate({ id: request.id, profileId, approve: false, note, expectedCount })}
    >
      <p>Nothing is taken back. Whoever asked sees it, and may ask again.</p>
      <div>
        <Label htmlFor={`${id}-note`}>Note (optional)</Label>
        <Textfield
          id={`${id}-note`}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}
