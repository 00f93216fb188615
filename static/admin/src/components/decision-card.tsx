import CheckIcon from '@atlaskit/icon/core/check-circle';
import CrossIcon from '@atlaskit/icon/core/cross-circle';
import InfoIcon from '@atlaskit/icon/core/information-circle';
import type { DecisionCard } from '../../../../src/shared/contract';
import { useAnswer } from '../api/queries';
import { Disclosure } from './disclosure';
import { useFormat } from './format';
import styles from './decision-card.module.css';
import { Stack } from './layout';
import { Loaded } from './loaded';
import { PersonName } from './person';
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

const SPEAKS = {
  for: { Icon: CheckIcon, text: 'For taking back', color: 'var(--ds-icon-warning)' },
  against: { Icon: CrossIcon, text: 'Keeps the seat', color: 'var(--ds-icon-success)' },
  neither: { Icon: InfoIcon, text: 'Neither', color: 'var(--ds-icon-subtle)' },
} as const;

/** What decides comes first. */
const ORDER = ['for', 'against', 'neither'] as const;
/** What is told beside it: who must explain a removal is asked for these. The rest only says that nothing stood in the way. */
const TOLD = ['Last contribution', 'Last administration', 'Last view', 'What is seen', 'Rule', 'The rule alone'];

function Card({ card: { because, facts, groups, proposal } }: { readonly card: DecisionCard }) {
  const format = useFormat();
  const told = facts.filter(({ speaks, name }) => speaks !== 'neither' || TOLD.includes(name));
  const rest = facts.filter((fact) => !told.includes(fact));
  return (
    <div className={styles.card}>
      <Stack>
        <p className={styles.because}>{format.sentence(because)}</p>
        {proposal ? <Proposal proposal={proposal} /> : null}
        <FactList label="What was looked at" facts={told} />
        {rest.length > 0 ? (
          <Disclosure title={`${format.count(rest.length, 'more check', 'more checks')} that changed nothing`}>
            <FactList label="What else was looked at" facts={rest} />
          </Disclosure>
        ) : null}
        {groups.length > 0 ? (
          <div>
            <p className={styles.name}>Groups that give the seat</p>
            <ul className={styles.groups}>
              {groups.map(({ id, name, note }) => (
                <li key={id}>
                  {name} <span className={styles.note}>{note ?? 'Can be taken away here.'}</span>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
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

type Facts = DecisionCard['facts'];

function FactList({ label, facts }: { readonly label: string; readonly facts: Facts }) {
  const ordered = ORDER.flatMap((speaks) => facts.filter((fact) => fact.speaks === speaks));
  return (
    <ul className={styles.facts} aria-label={label}>
      {ordered.map((fact) => (
        <FactLine key={fact.name} fact={fact} />
      ))}
    </ul>
  );
}

function FactLine({ fact: { name, text, speaks } }: { readonly fact: Facts[number] }) {
  const format = useFormat();
  const { Icon, text: meaning, color } = SPEAKS[speaks];
  return (
    <li className={styles.fact}>
      <Icon label="" color={color} />
      <span className={styles.name}>{name}</span>
      <span className={styles.text}>
        {format.sentence(text)} {speaks === 'neither' ? null : <span className={styles.note}>({meaning})</span>}
      </span>
    </li>
  );
}
