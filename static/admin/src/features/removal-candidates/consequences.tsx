import { Disclosure } from '../../components/disclosure';
import styles from './candidates.module.css';

const CONSEQUENCES = [
  'They vanish from the pickers for assignees and mentions. What is assigned to them stays assigned.',
  'Automation, filters and approvals that name them, or run in their name, may stop: find somebody to take them over first.',
  'What they wrote stays, with their name.',
  'With monthly billing you save from the next billing cycle on, if the seat is still free on the last day of this one. Until then it is free to give to somebody else.',
];

/** What a removal means besides the seat: said once, whoever is removed. */
export function Consequences() {
  return (
    <Disclosure title="What they lose besides the seat, and from when you save">
      <ul className={styles.bullets}>
        {CONSEQUENCES.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
