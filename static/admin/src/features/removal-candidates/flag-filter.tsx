import Button from '@atlaskit/button/new';
import type { CandidateFlag, CandidateRow } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { Row } from '../../components/layout';

const WORDS: readonly (readonly [CandidateFlag, string])[] = [
  ['cannot-be-freed', 'Can’t be freed here'],
  ['re-added', 'Re-added'],
  ['restored', 'Restored'],
];

interface FlagFilterProps {
  readonly rows: readonly CandidateRow[];
  /** As the address has it. */
  readonly chosen: string | null;
  readonly onChoose: (flag: CandidateFlag | null) => void;
}

/** Shows only people of one kind; kinds that nobody is of are not offered. */
export function FlagFilter({ rows, chosen, onChoose }: FlagFilterProps) {
  const format = useFormat();
  const counts = WORDS.map(([flag, text]) => ({ flag, text, count: rows.filter((row) => row.flag === flag).length }));
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
