import { useRef, useState } from 'react';

/** How far a walk along the log is. */
export interface Walked {
  readonly done: number;
  readonly total: number;
  /** The storage asks for a pause of so long before it goes on; 0 or nothing: none. */
  readonly waitsSeconds?: number;
}

export type Walk<Result> =
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'under-way' } & Walked)
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Reports how far it is; false: stop, the person does not want it any more. */
export type Report = (walked: Walked) => boolean;

export interface WalkControl<Result> {
  readonly walk: Walk<Result>;
  /** `work` answers undefined when it was stopped. */
  readonly start: (work: (report: Report) => Promise<Result | undefined>) => void;
  readonly cancel: () => void;
}

/** Something that goes along the whole log piece by piece, shows how far it is and can be stopped. */
export function useLogWalk<Result>(): WalkControl<Result> {
  const [walk, setWalk] = useState<Walk<Result>>({ kind: 'idle' });
  const turn = useRef(0);

  function cancel(): void {
    turn.current += 1;
    setWalk({ kind: 'idle' });
  }

  function start(work: (report: Report) => Promise<Result | undefined>): void {
    turn.current += 1;
    const own = turn.current;
    const isWanted = () => turn.current === own;
    setWalk({ kind: 'under-way', done: 0, total: 0 });
    const report: Report = (walked) => {
      if (isWanted()) setWalk({ kind: 'under-way', ...walked });
      return isWanted();
    };
    work(report).then(
      (result) => isWanted() && setWalk(result === undefined ? { kind: 'idle' } : { kind: 'done', result }),
      (error: unknown) => isWanted() && setWalk({ kind: 'failed', error }),
    );
  }

  return { walk, start, cancel };
}
