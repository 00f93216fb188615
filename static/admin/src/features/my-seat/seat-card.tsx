import type { MySeat } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { useFormat } from '../../components/format';
import { Section } from '../../components/section';
import { Question } from './question';
import { lastSeen } from './words';

/** One seat: when it was last used, and what its holder was asked about it. */
export function SeatCard({ seat }: { readonly seat: MySeat }) {
  const format = useFormat();
  const now = useNow();
  return (
    <Section title={seat.application} isCard>
      {seat.question?.state === 'asked' ? null : <p>{lastSeen(seat, format, now)}</p>}
      {seat.question ? <Question seat={seat} question={seat.question} /> : <p>You don’t have to do anything.</p>}
    </Section>
  );
}
