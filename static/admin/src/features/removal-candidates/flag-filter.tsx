import Button from '@atlaskit/button/new';
import type { CandidateRow } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { Row } from '../../components/layout';
import { isOfKind, type CandidateKind } from './candidate-kind';

/** What waits for somebody's decision, or may be given back, would else be found only below everybody who is ready. */
const WORDS: readonly (readonly [CandidateKind, string])[] = [
  ['Attention Required', 'Attention Required'],
  ['Awaiting Approval', 'Awaiting Approval'],
  ['cannot-be-freed', 'Can’t be freed here'],
  ['not-freed', 'Seat not freed'],
  ['re-added', 'Re-added'],
  ['restored', 'Restored'],
  ['Closed Complete', 'Taken back'],
];

interface FlagFilterProps {
  readonly rows: readonly CandidateRow[];
  /** As the address has it. */
  readonly chosen: string | null;
  readonly onChoose: (kind: CandidateKind | null) => void;
}

/** Shows only people of one kind; kinds that nobody is of are not offered. */
export function FlagFilter({ rows, chosen, onChoose }: FlagFilterProps) {
  const format = useFormat();
  const counts = WORDS.map(([flag, text]) => ({ flag, text, count: rows.filter((row) => isOfKind(row, flag)).length }));
  const offered = counts.filter(({ flag, count }) => count > 0 || flag === chosen);
  if (offered.length === 0) return null;
  return (
    <Row>
      {offered.map(({ flag, text, count }) => (
        <Button
          key={flag}
          spacing="compact"
          isSelected={chosen === flag}
          aria-pressed={chosen === flag}
          onClick={() => onChoose(chosen === flag ? null : flag)}
        >
          {`${text} (${format.number(count)})`}
        </Button>
      ))}
    </Row>
  );
}
