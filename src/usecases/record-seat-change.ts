import type { EvidenceKind } from '../domain/evidence';
import type { AccountId, RunId } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { ActingAs } from '../ports/group-writer';
import type { Ports } from '../ports/ports';

/** One attempt to take a seat back or to give it back. */
export interface SeatChange {
  readonly candidate: RemovalCandidate;
  readonly profile: IntegrationProfile;
  readonly as: ActingAs;
  /** Who asked for it. */
  readonly caller: AccountId | null;
  /** The run that makes it; one click has none. */
  readonly runId?: RunId | undefined;
}

/** Records what was meant, done or refused. What has a `name` is told once, however often it is repeated. */
export async function recordSeatChange(
  { candidate, caller, profile, as, runId }: SeatChange,
  told: {
    readonly kind: EvidenceKind;
    readonly text: string;
    readonly details: Readonly<Record<string, unknown>>;
    readonly name?: string | undefined;
  },
  ports: Pick<Ports, 'evidence' | 'clock'>,
): Promise<void> {
  await ports.evidence.append(
    {
      kind: told.kind,
      at: ports.clock.now(),
      by: as.kind === 'operator' ? as.accountId : caller,
      subject: candidate.accountId,
      candidate: candidate.number,
      text: told.text,
      details: { ...told.details, profileId: profile.id, roleKey: candidate.roleKey, requestedBy: caller, runId },
      people: caller === null ? [] : [caller],
    },
    told.name,
  );
}
