import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Sort } from '../../components/sort-order';
import { FILTER_NAMES, filterOf, type FilterName, type SeatFilter } from './list/filter';

const WRITE_MS = 300;

export interface AddressFilter {
  readonly text: string;
  readonly filter: SeatFilter;
  readonly isSet: boolean;
  readonly sort: Sort;
  readonly set: (name: FilterName | 'profile', value: string | null) => void;
  readonly setText: (text: string) => void;
  readonly setSort: (sort: Sort) => void;
  readonly clear: () => void;
}

/** Filter and order as the address has them, so a filtered list can be bookmarked and sent. */
export function useAddressFilter(): AddressFilter {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const [text, setText] = useState(q);
  const typed = useRef(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // Back and forward change the address without anybody typing.
    if (q !== typed.current) setText((typed.current = q));
  }, [q]);
  const filter = useMemo(() => filterOf(params), [params]);
  // Whoever holds an older answer of this hook must not write back the address of then.
  const latest = useRef(setParams);
  useEffect(() => {
    latest.current = setParams;
  });

  function write(changes: Readonly<Record<string, string | null>>): void {
    latest.current(
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
    filter,
    isSet: text !== '' || FILTER_NAMES.some((name) => filter[name] !== null),
    sort: sortOf(params.get('sort')),
    set: (name, value) => write({ [name]: value }),
    setText: (next) => {
      setText(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        typed.current = next;
        write({ q: next });
      }, WRITE_MS);
    },
    setSort: ({ column, direction }) => write({ sort: direction === 'descending' ? `-${column}` : column }),
    clear: () => {
      setText((typed.current = ''));
      clearTimeout(timer.current);
      write(Object.fromEntries(FILTER_NAMES.map((name) => [name, null])));
    },
  };
}

function sortOf(written: string | null): Sort {
  if (!written) return { column: 'inactive', direction: 'descending' };
  return written.startsWith('-')
    ? { column: written.slice(1), direction: 'descending' }
    : { column: written, direction: 'ascending' };
}
