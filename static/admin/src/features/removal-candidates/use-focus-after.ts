import { useRef, type MouseEvent, type RefObject } from 'react';

interface FocusAfter {
  /** For the dialog. */
  readonly focusAfter: RefObject<HTMLElement>;
  /** For what stays on the page and tells what came of it. */
  readonly outcome: RefObject<HTMLDivElement>;
  /** Whoever takes back the question is at the button again. */
  readonly asked: (event: MouseEvent<HTMLElement>) => void;
  /** Whoever was told the outcome goes on there: the button is gone. */
  readonly answered: () => void;
}

/** Keeps the focus where somebody at the keyboard expects it when a dialog closes. */
export function useFocusAfter(): FocusAfter {
  const focusAfter = useRef<HTMLElement | null>(null);
  const outcome = useRef<HTMLDivElement>(null);
  return {
    focusAfter,
    outcome,
    asked: ({ currentTarget }) => {
      focusAfter.current = currentTarget;
    },
    answered: () => {
      focusAfter.current = outcome.current;
    },
  };
}
