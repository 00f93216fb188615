// How much JavaScript the built admin page is, compressed as it is sent.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ASSETS = join(__dirname, '../../static/admin/dist/assets');
const INDEX = join(ASSETS, '../index.html');
const IMPORTED = /(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g;
const LOADED = /(?:src|href)="\.\/assets\/([^"]+\.js)"/g;

export interface PageSize {
  /** All chunks, in bytes. */
  readonly total: number;
  /** What a page needs before it shows anything, by the name of its chunk. */
  readonly first: Readonly<Record<string, number>>;
}

/** Sizes of the page as it was built last. `pages` are the chunks a page loads one after the other, such as `app overview-page`. */
export function pageSize(pages: readonly string[]): PageSize {
  const scripts = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
  const text = new Map(scripts.map((name) => [name, readFileSync(join(ASSETS, name), 'utf8')]));
  const bytes = (name: string) => gzipSync(text.get(name) ?? '').length;
  const shell = named(readFileSync(INDEX, 'utf8'), LOADED);
  const chunkOf = (page: string) => {
    const chunk = scripts.find((name) => name.startsWith(`${page}-`));
    if (chunk === undefined) throw new Error(`There is no page ${page}`);
    return chunk;
  };
  const first = (page: string) => sum([...reached([...shell, ...page.split(' ').map(chunkOf)], text)].map(bytes));
  return { total: sum(scripts.map(bytes)), first: Object.fromEntries(pages.map((page) => [page, first(page)])) };
}

/** These scripts with all they import at once; what is loaded later is not among them. */
function reached(start: readonly string[], text: ReadonlyMap<string, string>): Set<string> {
  const found = new Set(start);
  for (const name of found) for (const next of named(text.get(name) ?? '', IMPORTED)) found.add(next);
  return found;
}

function named(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
