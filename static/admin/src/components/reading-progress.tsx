import ProgressBar from '@atlaskit/progress-bar';
import { Stack } from './layout';
import { TableSkeleton } from './skeletons';

interface ReadingProgressProps {
  readonly done: number;
  readonly total: number;
  readonly text: string;
}

/** A long table on its way: how far, above the shape of what comes. */
export function ReadingProgress({ done, total, text }: ReadingProgressProps) {
  return (
    <div aria-busy="true">
      <Stack>
        <p role="status">{text}</p>
        <ProgressBar ariaLabel={text} value={total === 0 ? 0 : done / total} />
        <TableSkeleton rows={10} columns={6} />
      </Stack>
    </div>
  );
}
