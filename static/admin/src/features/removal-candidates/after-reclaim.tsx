import Button from '@atlaskit/button/new';
import { useNavigate } from 'react-router-dom';
import type { RunResult, RunView } from '../../../../../src/shared/contract';
import { isResumable } from '../../components/candidate-states';
import { useFormat } from '../../components/format';
import { Row } from '../../components/layout';
import { useMay } from '../../components/role-notice';
import { useGate } from '../../components/safety-gate';
import { OneByOne, reclaimAsMe } from './one-by-one';
import { reclaimAddress, SELECTION_LIMIT } from './reclaim-address';
import { restoreAddress } from './restore-address';

interface AfterReclaimProps {
  readonly run: RunView;
  readonly people: readonly RunResult[];
}

/** Undo it all, try those again who did not work, or finish by hand what the background was not allowed to. */
export function AfterReclaim({ run: { id, profileId }, people }: AfterReclaimProps) {
  const navigate = useNavigate();
  const format = useFormat();
  const mayReclaim = useMay('reclaimer') === true;
  const isOpen = useGate(profileId).data?.openForOne === true;
  const restorable = people.filter(({ isRemoved, isRestorable }) => isRemoved && isRestorable).length;
  const troubled = people.filter(isResumable).slice(0, SELECTION_LIMIT);
  const left = people.filter(({ state }) => state === 'Ready').map(({ number }) => number);
  const restoreAll = restoreAddress({ profileId, numbers: null, reclaimRunId: id });
  const numbers = troubled.map(({ number }) => number);
  return (
    <>
      {restorable > 0 || troubled.length > 0 ? (
        <Row>
          {restorable > 0 ? (
            <Button onClick={() => navigate(restoreAll)}>
              {`Restore all ${format.count(restorable, 'seat', 'seats')} of this run`}
            </Button>
          ) : null}
          {troubled.length > 0 ? (
            <Button onClick={() => navigate(reclaimAddress(profileId, numbers))}>
              {`Resume reclaim (${format.number(troubled.length)})`}
            </Button>
          ) : null}
        </Row>
      ) : null}
      <OneByOne numbers={left} verb="Reclaim" isDisabled={!mayReclaim || !isOpen} work={reclaimAsMe} />
    </>
  );
}
