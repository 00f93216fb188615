import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { RecordError } from './core/parts';
import { generateSite, loadDataFile, type SiteData } from './jira';
import { StartError } from './start-error';

export interface GeneratedSource {
  readonly seats: number;
  readonly issues: number;
  readonly seed: number;
  /** The second and later sites of several: which one it is, and the first, whose people have accounts here, too. */
  readonly beside?: { readonly number: number; readonly first: DataSource };
}

/** Where a site's people, groups and work come from: a file, or a generator. */
export type DataSource = { readonly file: string } | GeneratedSource;

/** Loads or generates the data of a site. Throws StartError naming line, field and reason when a file is no good. */
export function siteData(source: DataSource): SiteData {
  const fromFile = 'file' in source;
  try {
    return fromFile ? loadDataFile(source.file) : generated(source);
  } catch (error) {
    if (error instanceof RecordError)
      throw new StartError(`${fromFile ? '--data' : '--seats, --issues'}: ${error.message}`);
    throw error;
  }
}

function generated({ seats, issues, seed, beside }: GeneratedSource): SiteData {
  if (beside === undefined) return generateSite({ seats, issues, seed });
  const people = siteData(beside.first).users;
  return generateSite({ seats, issues, seed, beside: { number: beside.number, people } });
}

/** Tells two sources apart, since a saved state only fits the data it started from. */
export function sourceName(source: DataSource): string {
  if ('file' in source)
    return `--data with digest ${createHash('sha256').update(readFileSync(source.file)).digest('hex').slice(0, 16)}`;
  const { seats, issues, seed, beside } = source;
  const size = `--seats ${seats} --issues ${issues} --seed ${seed}`;
  return beside === undefined ? size : `site ${beside.number} of --sites, ${size}, beside ${sourceName(beside.first)}`;
}
