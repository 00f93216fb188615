import type {
  EvidenceAnchor,
  EvidenceEntryView,
  EvidenceVerification,
  Input,
  Output,
} from '../../../../../src/shared/contract';
import type { Report } from './log-walk';
import { askPatiently, type Patience } from './patience';

type Ask<Name extends 'verifyEvidence' | 'readEvidence'> = (input: Input<Name>) => Promise<Output<Name>>;

const START: EvidenceAnchor = { sequence: 0, hash: '0'.repeat(64) };

/** Verifies the whole log, and waits where the storage asks for it; undefined when it was stopped. */
export async function verifyLog(
  ask: Ask<'verifyEvidence'>,
  report: Report,
  patience: Patience,
): Promise<EvidenceVerification | undefined> {
  let walked = { done: 0, total: 0 };
  for (let after = START; ;) {
    const from = after;
    const piece = await askPatiently(
      () => ask({ after: from }),
      (waitsSeconds) => report({ ...walked, waitsSeconds }),
      patience,
    );
    if (!piece || piece.isDone) return piece;
    after = piece.upTo;
    walked = { done: piece.upTo.sequence, total: piece.head.sequence };
    if (!report(walked)) return undefined;
  }
}

/** The last entry that was deleted before the log was read, and its last one. */
export interface LogEnds {
  readonly start: EvidenceAnchor;
  readonly head: EvidenceAnchor;
}

/** Reads the whole log, oldest first, and waits where the storage asks for it; undefined when it was stopped. */
export async function readLog(
  ask: Ask<'readEvidence'>,
  take: (entries: readonly EvidenceEntryView[], people: Output<'readEvidence'>['people']) => void,
  report: Report,
  patience: Patience,
): Promise<LogEnds | undefined> {
  let walked = { done: 0, total: 0 };
  let start: EvidenceAnchor | undefined;
  for (let first = 1; ;) {
    const from = first;
    const piece = await askPatiently(
      () => ask({ first: from }),
      (waitsSeconds) => report({ ...walked, waitsSeconds }),
      patience,
    );
    if (!piece) return undefined;
    const { entries, people, head, next } = piece;
    start ??= piece.start;
    take(entries, people);
    walked = { done: entries.at(-1)?.sequence ?? first, total: head.sequence };
    if (!report(walked)) return undefined;
    if (next === null) return { start, head };
    first = next;
  }
}
