import { lazy, Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import type { GateCheck } from '../../../../src/shared/contract';
import { Row } from './layout';
import { Moment } from './moment';
import { PersonName } from './person';
import { useMay } from './role-notice';
import type { FocusAfter } from './use-focus-after';

const FoundRightQuestion = lazy(() => import('./found-right-question'));

interface FoundRightProps {
  readonly profileId: string;
  readonly abnormal: NonNullable<GateCheck['abnormal']>;
  /** What the check says of the numbers. */
  readonly text: string;
  readonly focus: FocusAfter;
}

/** Who found abnormal numbers right; where nobody did, the way to say so. */
export function FoundRight({ profileId, abnormal: { evaluatedAt, acknowledged }, text, focus }: FoundRightProps) {
  const [isAsking, setAsking] = useState(false);
  const may = useMay('integrator');
  if (acknowledged)
    return (
      <span>
        <PersonName accountId={acknowledged.by} /> looked at these numbers <Moment at={acknowledged.at} />: they are
        right.
      </span>
    );
  if (may === false) return <span>Somebody with the role Integrator can confirm these numbers.</span>;
  return (
    <Row>
      <Button
        spacing="compact"
        isDisabled={!may}
        onClick={(event) => {
          focus.asked(event);
          setAsking(true);
        }}
      >
        Confirm these numbers
      </Button>
      <Suspense fallback={null}>
        <ModalTransition>
          {isAsking ? (
            <FoundRightQuestion
              profileId={profileId}
              evaluatedAt={evaluatedAt}
              text={text}
              focus={focus}
              onClose={() => setAsking(false)}
            />
          ) : null}
        </ModalTransition>
      </Suspense>
    </Row>
  );
}
