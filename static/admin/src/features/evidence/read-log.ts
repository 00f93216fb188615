import type {
  EvidenceAnchor,
  EvidenceEntryView,
  EvidenceVerification,
  Input,
  Output,
} from '../../../../../src/shared/contract';
import type { Report } from './log-walk';

type Ask<Name extends 'verifyEvidence' | 'readEvidence'> = (input: Input<Name>) => Promise<Output<Name>>;

const START: EvidenceAnchor = { sequence: 0, hash: '0'.repeat(64) };

/** Verifies the whole log; undefined when it was stopped. */
export async function verifyLog(ask: Ask<'verifyEvidence'>, report: Report): Promise<EvidenceVerification | undefined> {
  let after = START;
  for (;;) {
    const piece = await ask({ after });
    if (piece.isDone) return piece;
    after = piece.upTo;
    if (!report({ done: piece.upTo.sequence, total: piece.head.sequence })) return undefined;
  }
}

/** Reads the whole log, oldest first; undefined when it was stopped. */
export async function readLog(
  ask: Ask<'readEvidence'>,
  take: (entries: readonly EvidenceEntryView[]) => void,
  report: Report,
): Promise<EvidenceAnchor | undefined> {
  for (let first = 1; ;) {
    const { entries, head, next } = await ask({ first });
    take(entries);
    if (!report({ done: entries.at(-1)?.sequence ?? first, total: head.sequence })) return undefined;
    if (next === null) return head;
    first = next;
  }
}
