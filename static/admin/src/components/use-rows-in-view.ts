import { useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** Rows beyond the edges of what is seen: for quick scrolling, and for the keyboard, which moves to the row next to the last. */
const OVERSCAN = 6;

interface Span {
  readonly first: number;
  /** Not included. */
  readonly end: number;
}

const NOTHING: Span = { first: 0, end: 0 };

/**
 * Which rows of equal height are in view in a scrolling element, with some beyond both edges. Before the element was
 * measured none is; that happens before anything is painted.
 */
export function useRowsInView(scroll: RefObject<HTMLElement>, rowHeight: number, count: number): readonly number[] {
  const [span, setSpan] = useState(NOTHING);
  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element) return undefined;
    const look = () => setSpan((before) => sameOr(before, spanOf(element, rowHeight)));
    // Rows must be there when the scrolled picture is drawn.
    const lookNow = () => flushSync(look);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', lookNow, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', lookNow);
    };
  }, [scroll, rowHeight]);
  const end = Math.min(span.end, count);
  // A shorter list moves the view up; until the browser says so, its last rows are shown.
  const first = Math.max(0, Math.min(span.first, end - (span.end - span.first)));
  return Array.from({ length: Math.max(0, end - first) }, (_, place) => first + place);
}

function spanOf({ scrollTop, clientHeight }: HTMLElement, rowHeight: number): Span {
  return {
    first: Math.max(0, Math.floor(scrollTop / rowHeight) - OVERSCAN),
    end: Math.ceil((scrollTop + clientHeight) / rowHeight) + OVERSCAN,
  };
}

function sameOr(before: Span, now: Span): Span {
  return before.first === now.first && before.end === now.end ? before : now;
}
