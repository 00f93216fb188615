import type { DecisionCard } from '../../../../src/shared/contract';
import { useAnswer } from '../api/queries';
import { DecisionConfidence } from './decision-confidence';
import { FactList } from './decision-facts';
import { GivingGroups } from './decision-groups';
import { Disclosure } from './disclosure';
import { useFormat } from './format';
import styles from './decision-card.module.css';
import { Row, Stack } from './layout';
import { Loaded } from './loaded';
import { Moment } from './moment';
import { PersonName } from './person';
import { ConfirmOwner } from './programs/confirm-owner';
import { SaveDecision } from './save-decision';
import { TextSkeleton } from './skeletons';

interface WhyProps {
  readonly profileId: string;
  readonly accountId: string;
  readonly roleKey: string;
}

/** Why somebody is proposed for removal, or is not: the same card for both. */
export function Why(seat: WhyProps) {
  const card = useAnswer('getDecisionCard', seat);
  return (
    <Loaded query={card} skeleton={<TextSkeleton lines={6} />}>
      {(value) => <Card card={value} />}
    </Loaded>
  );
}

/** What is told beside what decides: who must explain a removal is asked for these. The rest only says that nothing stood in the way. */
const TOLD = ['Last contribution', 'Last administration', 'Last view', 'What is seen', 'Rule', 'The rule alone'];
/** Who is to lose a seat had to be looked at in these ways. */
const TOLD_OF_CANDIDATES = [...TOLD, 'What was read', 'Exclusions', 'Protected', 'Notices'];

function Card({ card }: { readonly card: DecisionCard }) {
  const format = useFormat();
  const { decision, because, facts, groups, proposal, confidence, evaluatedAt } = card;
  const names = decision === 'candidate' ? TOLD_OF_CANDIDATES : TOLD;
  const told = facts.filter(({ speaks, name }) => speaks !== 'neither' || names.includes(name));
  const rest = facts.filter((fact) => !told.includes(fact));
  return (
    <div className={styles.card}>
      <Stack>
        <p className={styles.because}>{format.sentence(because)}</p>
        <ConfirmOwner card={card} />
        {proposal ? <Proposal proposal={proposal} /> : null}
        {confidence ? <DecisionConfidence confidence={confidence} /> : null}
        <FactList label="What was looked at" facts={told} />
        {rest.length > 0 ? (
          <Disclosure title={`${format.count(rest.length, 'more check', 'more checks')} that changed nothing`}>
            <FactList label="What else was looked at" facts={rest} />
          </Disclosure>
        ) : null}
        {groups.length > 0 ? <GivingGroups groups={groups} /> : null}
        <Row>
          <span className={styles.note}>
            As evaluated <Moment at={evaluatedAt} />
          </span>
          <SaveDecision card={card} />
        </Row>
      </Stack>
    </div>
  );
}

/** Who proposed the seat, and what they wrote about it. */
function Proposal({ proposal: { by, note } }: { readonly proposal: NonNullable<DecisionCard['proposal']> }) {
  return (
    <p>
      Proposed by {by === null ? 'somebody unknown' : <PersonName accountId={by} />}
      {note === null ? '.' : `: “${note}”`}
    </p>
  );
}
