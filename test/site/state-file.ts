import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ForgeSnapshot } from './forge/forge-host';
import { StartError } from './start-error';

const FILE = 'site.json';
const VERSION = 1;

/** Everything a site needs to go on where it stopped. */
export interface SavedState {
  /** What the site was made from; a state only fits the same data. */
  readonly source: string;
  readonly now: number;
  readonly jira: unknown;
  readonly forge: ForgeSnapshot;
}

const Saved = z.strictObject({
  version: z.literal(VERSION),
  source: z.string(),
  now: z.number(),
  jira: z.unknown(),
  forge: z.custom<ForgeSnapshot>((value) => typeof value === 'object' && value !== null && 'store' in value),
});

/** What an earlier run left in a folder; undefined when there is nothing. Throws StartError when it can't be read. */
export function readState(dir: string, source: string): SavedState | undefined {
  const path = join(dir, FILE);
  if (!existsSync(path)) return undefined;
  try {
    const saved = Saved.parse(JSON.parse(readFileSync(path, 'utf8')));
    if (saved.source === source) return saved;
    throw new Error(`it was made with ${saved.source}; start with the same data`);
  } catch (error) {
    const reason = error instanceof z.ZodError ? 'it is not the state of a site' : (error as Error).message;
    throw new StartError(`--state: cannot read ${path}: ${reason}`);
  }
}

/** Replaces the saved state in one step: whoever is interrupted leaves the old one intact. */
export function writeState(dir: string, state: SavedState): void {
  try {
    mkdirSync(dir, { recursive: true });
    const unfinished = join(dir, `${FILE}.${process.pid}.tmp`);
    writeFileSync(unfinished, JSON.stringify({ version: VERSION, ...state }));
    renameSync(unfinished, join(dir, FILE));
  } catch (error) {
    throw new StartError(`--state: cannot write to ${dir}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
