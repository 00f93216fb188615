import { useId, useState, type RefObject } from 'react';
import { Label } from '@atlaskit/form/label';
import Textfield from '@atlaskit/textfield';
import type { MySeat } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { useReply } from '../../api/my-seats';
import { Dialog } from '../../components/dialog';

interface ReplyDialogProps {
  readonly seat: MySeat;
  readonly number: string;
  readonly reply: 'keep' | 'release';
  /** Where the answer is shown: the button that was pressed may be gone by then. */
  readonly focusAfter: RefObject<HTMLElement>;
  readonly onClose: () => void;
}

const LONGEST_REASON = 500;

/** Says what an answer means before it is given. */
export default function ReplyDialog({ reply, ...props }: ReplyDialogProps) {
  return reply === 'keep' ? <Keep {...props} /> : <Release {...props} />;
}

function Keep({ seat, number, focusAfter, onClose }: Omit<ReplyDialogProps, 'reply'>) {
  const id = useId();
  const [reason, setReason] = useState('');
  const keep = useReply(() => {
    onClose();
    tell('success', 'Your administrators were told that you want to keep your seat');
  });
  return (
    <Dialog
      title={`Keep your ${seat.application} seat?`}
      action="Keep my seat"
      isBusy={keep.isPending}
      error={keep.error}
      focusAfter={focusAfter}
      onClose={onClose}
      onSubmit={() => keep.mutate({ number, answer: 'keep', reason })}
    >
      <p>Your administrators are told, and decide. Until then nothing changes.</p>
      <div>
        <Label htmlFor={id}>Why you need it (optional; your administrators read it)</Label>
        <Textfield
          id={id}
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}

function Release({ seat: { application }, number, focusAfter, onClose }: Omit<ReplyDialogProps, 'reply'>) {
  const release = useReply(() => {
    onClose();
    tell('success', `Thank you: your ${application} seat will be taken back`);
  });
  return (
    <Dialog
      title={`Give up your ${application} seat?`}
      action="I don’t need it"
      actionTone="warning"
      isBusy={release.isPending}
      error={release.error}
      focus="cancel"
      focusAfter={focusAfter}
      onClose={onClose}
      onSubmit={() => release.mutate({ number, answer: 'release', reason: '' })}
    >
      <p>Once the seat is taken back you can’t open {application} any more.</p>
      <p>What you made there stays. If you need it again, ask a Jira administrator: the seat can be given back.</p>
    </Dialog>
  );
}
