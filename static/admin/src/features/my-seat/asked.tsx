import type { MySeat, MySeatQuestion } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { useFormat } from '../../components/format';
import { Stack } from '../../components/layout';
import styles from './my-seat.module.css';
import { whyAsked } from './words';

/** A question that waits for its answer: why it is asked, until when, and what happens then. */
export function Asked({ seat, question }: { readonly seat: MySeat; readonly question: MySeatQuestion }) {
  const format = useFormat();
  return (
    <Stack>
      <p>{whyAsked(seat, format)} Seats cost money, so your administrators ask whether you still need it.</p>
      <Deadline {...question} />
      <ul className={styles.choices}>
        <li>If you keep it, your administrators are told, and decide. Until then nothing changes.</li>
        <li>If you don’t need it, it is taken back. What you made in Jira stays, and a seat can be given back.</li>
        <li>Without an answer it is taken back after that, unless you are seen using it before.</li>
      </ul>
    </Stack>
  );
}

function Deadline({ answerBy, answerDay, answerZone }: MySeatQuestion) {
  const format = useFormat();
  const now = useNow();
  const day = <strong>{format.day(answerDay)}</strong>;
  if (Date.parse(answerBy) <= now)
    return <p>The time to answer ended with {day}. You can still answer until the seat is taken back.</p>;
  return (
    <p>
      Please answer by the end of {day}, counted in the time zone {answerZone}.
    </p>
  );
}
