import { createHash, randomUUID } from 'node:crypto';
import type { Clock, Ids, Log, Sha256 } from '../../ports/ambient';
import type { ProcessMemory } from '../../ports/site-check';

export const systemClock: Clock = { now: () => Date.now() };

export const systemIds: Ids = { next: () => randomUUID() };

/** One line of JSON per event, which is what the platform's log search understands. */
export const consoleLog: Log = {
  info: (event, facts = {}) => console.log(JSON.stringify({ event, ...facts })),
  error: (event, facts = {}) => console.error(JSON.stringify({ event, ...facts })),
};

export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The system reports the peak in kilobytes. */
export const processMemory: ProcessMemory = { peakMb: () => process.resourceUsage().maxRSS / 1024 };
