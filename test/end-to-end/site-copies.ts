import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSite, type RunningSite } from '../site/site';
import type { DataSource } from '../site/site-data';

/** Copies of one site that was made ready once, for tests that change theirs. */
export interface SiteCopies {
  /** Starts another copy. Switches are as at any start: they are not kept. */
  readonly start: () => Promise<RunningSite>;
}

/** Makes a site ready before the tests of a file, which is most of the work of a short test, and forgets it after them. */
export function copiesOf(source: DataSource, makeReady: (site: RunningSite) => Promise<unknown>): SiteCopies {
  let folder: string;
  let copies = 0;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ready-site-'));
    const site = await startSite({ source, state: join(folder, 'ready') });
    await makeReady(site);
    await site.stop();
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    start: () => {
      copies += 1;
      const state = join(folder, `copy-${copies}`);
      cpSync(join(folder, 'ready'), state, { recursive: true });
      return startSite({ source, state });
    },
  };
}
