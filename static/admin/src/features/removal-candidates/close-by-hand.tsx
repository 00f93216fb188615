import { useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import { Label } from '@atlaskit/form/label';
import { ModalTransition } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import type { CandidateView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { useCommand } from '../../api/queries';
import { Dialog } from '../../components/dialog';
import { Row } from '../../components/layout';
import { useMay } from '../../components/role-notice';
import { Section } from '../../components/section';
import { useRefreshCandidate } from './use-refresh-candidate';

type Closing = CandidateView['mayClose'][number];

const WORDS: Readonly<Record<Closing, { readonly button: string; readonly text: string }>> = {
  'Closed Complete': {
    button: 'Close complete',
    text: 'The seat was taken back outside this app, for example at your identity provider. Jira is asked whether it still counts the seat.',
  },
  'Closed Skipped': {
    button: 'Close skipped',
    text: 'The seat stays. If the person stays inactive, the rule proposes the seat again; protect or exclude the person to prevent that.',
  },
};

/** Ends a candidate without a removal by this app. */
export function CloseByHand({ candidate }: { readonly candidate: CandidateView }) {
  const [closing, setClosing] = useState<Closing | null>(null);
  const may = useMay('reclaimer') === true;
  if (candidate.mayClose.length === 0) return null;
  return (
    <Section title="Close by hand" isCard>
      <Row>
        {candidate.mayClose.map((to) => (
          <Button key={to} isDisabled={!may} onClick={() => setClosing(to)}>
            {WORDS[to].button}
          </Button>
        ))}
      </Row>
      <ModalTransition>
        {closing ? <Question number={candidate.number} to={closing} onClose={() => setClosing(null)} /> : null}
      </ModalTransition>
    </Section>
  );
}

interface DialogProps {
  readonly number: string;
  readonly to: Closing;
  readonly onClose: () => void;
}

function Question({ number, to, onClose }: DialogProps) {
  const id = useId();
  const [note, setNote] = useState('');
  const refresh = useRefreshCandidate();
  const close = useCommand('closeCandidate', ({ state }) => {
    refresh();
    onClose();
    tell('success', `${number} is ${state}`);
  });
  return (
    <Dialog
      title={`${WORDS[to].button}?`}
      action={WORDS[to].button}
      isBusy={close.isPending}
      error={close.error}
      onClose={onClose}
      onSubmit={() => close.mutate({ number, to, note })}
    >
      <p>{WORDS[to].text}</p>
      <div>
        <Label htmlFor={id}>Work note (optional)</Label>
        <Textfield id={id} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </div>
    </Dialog>
  );
}
