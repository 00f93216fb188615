import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Sort } from '../../components/virtual-head';

const FILTERS = ['q', 'role', 'group', 'activity', 'state'] as const;
type FilterName = (typeof FILTERS)[number];
const WRITE_MS = 300;

export interface AddressFilter {
  readonly text: string;
  readonly isSet: boolean;
  readonly sort: Sort;
  readonly get: (name: FilterName) => string | null;
  readonly set: (name: FilterName, value: string | null) => void;
  readonly setText: (text: string) => void;
  readonly setSort: (sort: Sort) => void;
  readonly clear: () => void;
}

/** Filter and order as the address has them, so a filtered list can be bookmarked and sent. */
export function useAddressFilter(): AddressFilter {
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('q') ?? '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function write(changes: Readonly<Record<string, string | null>>): void {
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  }

  return {
    text,
    isSet: text !== '' || FILTERS.some((name) => params.has(name)),
    sort: sortOf(params.get('sort')),
    get: (name) => params.get(name),
    set: (name, value) => write({ [name]: value }),
    setText: (next) => {
      setText(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => write({ q: next }), WRITE_MS);
    },
    setSort: ({ column, direction }) => write({ sort: direction === 'descending' ? `-${column}` : column }),
    clear: () => {
      setText('');
      clearTimeout(timer.current);
      write(Object.fromEntries(FILTERS.map((name) => [name, null])));
    },
  };
}

function sortOf(written: string | null): Sort {
  if (!written) return { column: 'inactive', direction: 'descending' };
  return written.startsWith('-')
    ? { column: written.slice(1), direction: 'descending' }
    : { column: written, direction: 'ascending' };
}
