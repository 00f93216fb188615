import { useMemo, useState } from 'react';
import { keepChoice, readChoice } from '../../api/kept-choice';
import { useFormat } from '../../components/format';
import { useDay } from '../../components/use-day';
import { seatColumns, USUAL_COLUMNS, type SeatColumn } from './columns';

export interface ColumnChoice {
  readonly all: readonly SeatColumn[];
  readonly shown: readonly SeatColumn[];
  readonly choose: (keys: readonly string[]) => void;
  readonly reset: () => void;
}

/** The columns that this person wants, remembered by this browser. */
export function useColumns(): ColumnChoice {
  const format = useFormat();
  const now = useDay();
  const name = `subscription-columns.${format.viewer.accountId}`;
  const [keys, setKeys] = useState<readonly string[]>(() => readChoice(name)?.split(',') ?? USUAL_COLUMNS);
  const all = useMemo(() => seatColumns(format, now), [format, now]);
  const shown = useMemo(() => all.filter(({ key }) => key === 'person' || keys.includes(key)), [all, keys]);

  function change(next: readonly string[], written: string | null): void {
    setKeys(next);
    keepChoice(name, written);
  }

  return {
    all,
    shown,
    choose: (next) => change(next, next.join(',')),
    reset: () => change(USUAL_COLUMNS, null),
  };
}
