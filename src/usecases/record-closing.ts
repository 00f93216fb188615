import type { AccountId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';

/** What closed a candidate that no removal and no evaluation closed: a product event, or a person. */
export interface Closing {
  readonly at: Instant;
  /** Null: nobody did, it follows from what was seen. */
  readonly by: AccountId | null;
  readonly text: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Records that one candidate was closed. */
export async function recordClosing(
  { number, state, accountId, profileId, roleKey }: RemovalCandidate,
  { at, by, text, details }: Closing,
  { evidence }: Pick<Ports, 'evidence'>,
): Promise<void> {
  await evidence.append({
    kind: 'candidate-closed',
    at,
    by,
    subject: accountId,
    candidate: number,
    text,
    details: { to: state, ...details, profileId, roleKey },
  });
}
