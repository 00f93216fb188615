import { useEffect, useRef } from 'react';

/** Does something once whenever what was seen to be under way is over. */
export function useWhenOver(isUnderWay: boolean, then: () => void): void {
  const latest = useRef(then);
  const was = useRef(false);
  useEffect(() => {
    latest.current = then;
  });
  useEffect(() => {
    if (was.current && !isUnderWay) latest.current();
    was.current = isUnderWay;
  }, [isUnderWay]);
}
