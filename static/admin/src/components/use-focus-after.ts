import { useMemo, useRef, type MouseEvent, type RefObject } from 'react';

export interface FocusAfter {
  /** For the dialog. */
  readonly focusAfter: RefObject<HTMLElement>;
  /** For what stays on the page, or comes in place of the question, and tells what came of it. */
  readonly outcome: RefObject<HTMLDivElement>;
  /** Whoever takes back the question is at the button again. */
  readonly asked: (event: MouseEvent<HTMLElement>) => void;
  /** Whoever was told the outcome goes on there: the button is gone. */
  readonly answered: () => void;
}

/** Keeps the focus where somebody at the keyboard expects it when a dialog closes. */
export function useFocusAfter(): FocusAfter {
  const button = useRef<HTMLElement | null>(null);
  const outcome = useRef<HTMLDivElement>(null);
  return useMemo(() => {
    let isAnswered = false;
    return {
      outcome,
      // Looked up when the dialog is gone: the outcome may only be there by then.
      focusAfter: {
        get current() {
          return (isAnswered ? outcome.current : null) ?? button.current;
        },
      },
      asked: ({ currentTarget }) => {
        button.current = currentTarget;
        isAnswered = false;
      },
      answered: () => {
        isAnswered = true;
      },
    };
  }, []);
}
