import { useState } from 'react';
import { useNow } from '../api/now';

const HOUR_MS = 3_600_000;

/** The server's clock for counting days: it stands still for an hour, so a new answer is no reason to count again. */
export function useDay(): number {
  const now = useNow();
  const [day, setDay] = useState(now);
  if (now - day < HOUR_MS) return day;
  setDay(now);
  return now;
}
