import type { EvidenceVerification } from '../../../../../src/shared/contract';

type Count = (value: number) => string;

/** What verifying the log proved, or where it broke, in a sentence. */
export function verdictOf({ upTo, head, start, broken }: EvidenceVerification, write: Count): string {
  const first = start.sequence + 1;
  const before = upTo.sequence < first ? 'Nothing before it' : `Entries ${write(first)} to ${write(upTo.sequence)}`;
  if (!broken) {
    if (start.sequence > 0)
      return `Entries ${write(first)} to ${write(head.sequence)} are as they were written. Older ones were deleted as you chose, which the log records.`;
    return head.sequence === 0
      ? 'The log is empty, and nothing was taken out of it.'
      : `All ${write(head.sequence)} entries are as they were written: each fingerprint fits its entry, each entry follows from the one before, and the last is the one the log ends with.`;
  }
  const at = write(broken.sequence);
  switch (broken.problem) {
    case 'changed':
      return `Entry ${at} was changed after it was written. ${before} ${upTo.sequence < first ? 'was' : 'were'} proven.`;
    case 'unlinked':
      return `Entry ${at} does not follow from the entry before it: one of them was written anew.`;
    case 'missing':
      return `Entry ${at} is missing, though later ones are there. ${before} ${upTo.sequence < first ? 'was' : 'were'} proven.`;
    case 'cut-off':
      return broken.sequence <= head.sequence
        ? `The log breaks off: it had ${write(head.sequence)} entries, and those from ${at} on are gone. ${before} ${upTo.sequence < first ? 'was' : 'were'} proven.`
        : `The log goes on behind its last entry, ${write(head.sequence)}: entry ${at} was put there by something else.`;
  }
}
