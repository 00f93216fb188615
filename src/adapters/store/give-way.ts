import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const FIRST_MS = 5;
const LONGEST_MS = 400;

/** Waits a little before a write that lost against another is tried again: at random, and longer each time, so that many part. */
export async function giveWay(attempt: number): Promise<void> {
  await pause(randomInt(1, Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt)));
}
