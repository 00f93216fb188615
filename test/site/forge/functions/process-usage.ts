import { readFileSync } from 'node:fs';

/** What the kernel says of a process. */
export interface ProcessUsage {
  /**
   * The most resident memory at once, MB, since the process last reset that mark. The kernel keeps it, so no peak hides
   * between two looks.
   */
  readonly peakMemoryMb: number;
  /** Processor time of all its threads since it started, ms, in steps of 10. */
  readonly cpuMs: number;
}

const MS_PER_TICK = 10;
// Fields of /proc/PID/stat after the program's name, which may hold blanks (man 5 proc).
const USER_TICKS = 11;
const SYSTEM_TICKS = 12;

/** Looks at a process now; undefined where the system has no /proc (then the process itself tells, at the end). */
export function processUsage(pid: number): ProcessUsage | undefined {
  try {
    const peakKb = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS]);
    return Number.isNaN(peakKb) ? undefined : { peakMemoryMb: peakKb / 1024, cpuMs: ticks * MS_PER_TICK };
  } catch {
    return undefined;
  }
}
