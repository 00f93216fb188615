import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Sort } from '../../components/sort-order';

const WRITE_MS = 300;
const FILTERS = ['q', 'app', 'flag'] as const;
type Name = (typeof FILTERS)[number] | 'profile' | 'sort';

/** Filter and order of the list as the address has them, so that it can be bookmarked and sent. */
export function useListAddress() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const [text, setText] = useState(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function write(changes: Partial<Record<Name, string | null>>): void {
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  }

  return {
    text,
    app: params.get('app'),
    flag: params.get('flag'),
    sort: sortOf(params.get('sort')),
    isSet: text !== '' || FILTERS.some((name) => params.has(name)),
    set: (name: Name, value: string | null) => write({ [name]: value }),
    setText: (next: string) => {
      setText(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => write({ q: next }), WRITE_MS);
    },
    setSort: ({ column, direction }: Sort) => write({ sort: direction === 'descending' ? `-${column}` : column }),
    clear: () => {
      setText('');
      clearTimeout(timer.current);
      write({ q: null, app: null, flag: null });
    },
  };
}
export type ListAddress = ReturnType<typeof useListAddress>;

/** Who is idle longest comes first, unless the address says otherwise. */
function sortOf(written: string | null): Sort {
  if (!written) return { column: 'inactive', direction: 'descending' };
  return written.startsWith('-')
    ? { column: written.slice(1), direction: 'descending' }
    : { column: written, direction: 'ascending' };
}
