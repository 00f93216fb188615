import { useMemo, type MouseEvent, type RefObject } from 'react';

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
  return useMemo(() => {
    let button: HTMLElement | null = null;
    let outcome: HTMLDivElement | null = null;
    let isAnswered = false;
    return {
      outcome: {
        get current() {
          return outcome;
        },
        // The outcome may come only when the dialog is gone, at once where nothing moves, and has left the focus nowhere.
        set current(place) {
          outcome = place;
          if (isAnswered && document.activeElement === document.body) place?.focus();
        },
      },
      // Looked up when the dialog is gone: the outcome may only be there by then.
      focusAfter: {
        get current() {
          return (isAnswered ? outcome : null) ?? button;
        },
      },
      asked: ({ currentTarget }) => {
        button = currentTarget;
        isAnswered = false;
      },
      answered: () => {
        isAnswered = true;
      },
    };
  }, []);
}
