import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { RecordError } from './core/parts';
import { generateSite, loadDataFile, type SiteData } from './jira';
import { StartError } from './start-error';

/** Where a site's people, groups and work come from: a file, or a generator. */
export type DataSource =
  { readonly file: string } | { readonly seats: number; readonly issues: number; readonly seed: number };

/** Loads or generates the data of a site. Throws StartError naming line, field and reason when a file is no good. */
export function siteData(source: DataSource): SiteData {
  const fromFile = 'file' in source;
  try {
    return fromFile ? loadDataFile(source.file) : generateSite(source);
  } catch (error) {
    if (error instanceof RecordError)
      throw new StartError(`${fromFile ? '--data' : '--seats, --issues'}: ${error.message}`);
    throw error;
  }
}

/** Tells two sources apart, since a saved state only fits the data it started from. */
export function sourceName(source: DataSource): string {
  if (!('file' in source)) return `--seats ${source.seats} --issues ${source.issues} --seed ${source.seed}`;
  return `--data with digest ${createHash('sha256').update(readFileSync(source.file)).digest('hex').slice(0, 16)}`;
}
