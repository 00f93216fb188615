import { parseArgs } from 'node:util';
import { parseInstant } from './control/duration';
import { StartError } from './start-error';

/** How `npm start` was called. */
export interface Flags {
  /** Undefined: nobody asked for one. */
  readonly port: number | undefined;
  readonly empty: boolean;
  readonly once: boolean;
  /** Customers' sites with the app. */
  readonly sites: number;
  readonly seats: number;
  readonly issues: number;
  readonly seed: number;
  readonly data: string | undefined;
  /** Simulated time at start, milliseconds. */
  readonly now: number | undefined;
  readonly state: string | undefined;
}

const DEFAULTS = { seats: 300, issues: 3000, seed: 1, sites: 1 };
const MAX_PORT = 65_535;
const MAX_SITES = 20;

/** Reads the command line. Throws StartError with one line that says what is wrong. */
export function parseFlags(args: readonly string[]): Flags {
  const { port, empty = false, once = false, sites, seats, issues, seed, data, now, state } = parsed(args);
  if (empty && once) throw new StartError('--empty and --once exclude each other: --once runs the main job');
  const instant = now === undefined ? undefined : parseInstant(now);
  if (now !== undefined && instant === undefined)
    throw new StartError(`--now takes an ISO 8601 time with an offset, like 2026-01-31T09:00:00Z, not "${now}"`);
  const many = wholeNumber('--sites', sites ?? String(DEFAULTS.sites), MAX_SITES);
  if (many === 0) throw new StartError('--sites takes at least 1');
  return {
    port: port === undefined ? undefined : wholeNumber('--port', port, MAX_PORT),
    sites: many,
    empty,
    once,
    seats: wholeNumber('--seats', seats ?? String(DEFAULTS.seats)),
    issues: wholeNumber('--issues', issues ?? String(DEFAULTS.issues)),
    seed: wholeNumber('--seed', seed ?? String(DEFAULTS.seed)),
    data,
    now: instant,
    state,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    port: text,
    empty: flag,
    once: flag,
    sites: text,
    seats: text,
    issues: text,
    seed: text,
    data: text,
    now: text,
    state: text,
  };
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const [line = 'wrong flags'] = (error instanceof Error ? error.message : String(error)).split(/\n|\. /);
    throw new StartError(
      `${line}; there are: ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(', ')}`,
    );
  }
}

function wholeNumber(flag: string, text: string, max = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= max) return value;
  throw new StartError(
    `${flag} takes a whole number${max === Number.MAX_SAFE_INTEGER ? '' : ` up to ${max}`}, not "${text}"`,
  );
}
