import { useEffect, useState } from 'react';

const PAUSE_MS = 500;

/** A value once it has not changed for half a second: what is typed is asked for when the typing pauses. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
    // The text stands for the value: an equal one made anew must not start the wait again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  return settled;
}
