import { useState, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { useFormat } from './format';
import { Row } from './layout';

/** The first rows of a long list and, below it, the way to the others: `step` more at a time. */
export function useShowMore<Item>(
  items: readonly Item[],
  step: number,
): { readonly shown: readonly Item[]; readonly more: ReactNode } {
  const [count, setCount] = useState(step);
  const format = useFormat();
  const rest = items.length - count;
  const more =
    rest > 0 ? (
      <Row>
        <span>{`${format.number(count)} of ${format.number(items.length)} are shown.`}</span>
        <Button spacing="compact" onClick={() => setCount(count + step)}>
          {`Show ${format.number(Math.min(rest, step))} more`}
        </Button>
      </Row>
    ) : null;
  return { shown: items.slice(0, count), more };
}
