import { lazy, Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import type { CandidateView } from '../../../../../src/shared/contract';
import { Row } from '../../components/layout';
import { useMay } from '../../components/role-notice';
import { Section } from '../../components/section';
import type { Closing } from './close-question';

const CloseQuestion = lazy(() => import('./close-question'));

const BUTTONS: Readonly<Record<Closing, string>> = {
  'Closed Complete': 'Close complete',
  'Closed Skipped': 'Close skipped',
};

/** Ends a candidate without a removal by this app. */
export function CloseByHand({ candidate }: { readonly candidate: CandidateView }) {
  const [closing, setClosing] = useState<Closing | null>(null);
  const may = useMay('reclaimer') === true;
  const { mayClose } = candidate;
  if (mayClose.length === 0) return null;
  return (
    <Section title="Close by hand" isCard>
      <Row>
        {mayClose.map((to) => (
          <Button key={to} isDisabled={!may} onClick={() => setClosing(to)}>
            {BUTTONS[to]}
          </Button>
        ))}
      </Row>
      <Suspense fallback={null}>
        <ModalTransition>
          {closing ? (
            <CloseQuestion
              candidate={candidate}
              to={closing}
              action={BUTTONS[closing]}
              onClose={() => setClosing(null)}
            />
          ) : null}
        </ModalTransition>
      </Suspense>
    </Section>
  );
}
