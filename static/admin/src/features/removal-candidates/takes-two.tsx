import SectionMessage from '@atlaskit/section-message';
import type { CandidateRow, SafetyGateView } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { useAppNames } from '../../components/use-app-names';
import { APPROVAL_LIMIT, beyondOne } from './approval';

interface TakesTwoProps {
  readonly people: readonly CandidateRow[];
  readonly gate: Pick<SafetyGateView, 'seatsAlone'>;
}

/** Why somebody else has to approve this, and how that goes. */
export function TakesTwo({ people, gate }: TakesTwoProps) {
  const format = useFormat();
  const nameOf = useAppNames();
  return (
    <SectionMessage appearance="information" title="This takes a second person">
      {beyondOne(people, gate).map(({ roleKey, seats, wanted }) => (
        <p key={roleKey}>
          {`Of ${nameOf(roleKey)} one person may take back ${format.count(seats, 'more seat', 'more seats')} in 24 hours; ${format.number(wanted)} are wanted.`}
        </p>
      ))}
      <p>Ask for approval below: somebody else with the role Reclaimer looks at the same preview and decides.</p>
      {people.length > APPROVAL_LIMIT ? (
        <p>One request is for at most {format.number(APPROVAL_LIMIT)} seats; ask for the others when it is decided.</p>
      ) : null}
    </SectionMessage>
  );
}
