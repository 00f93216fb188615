/* eslint @typescript-eslint/no-unsafe-assignment: "off", @typescript-eslint/no-unsafe-member-access: "off" -- answers have every shape, and the assertions check it */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { loadDataFile } from '../../site/jira';
import { APP, siteOf } from './fixture';

/** A real history with its independently computed answer beside it; neither is part of the project. */
const HISTORY = process.env['SITE_HISTORY'];

interface Truth {
  asOf: string;
  definitions: { any: Record<string, { size: number; sha256: string }> };
}

const withHistory = HISTORY === undefined ? it.skip : it;

describe('a real history (needs SITE_HISTORY, the path of a data file with a .truth.json beside it)', () => {
  withHistory.each([30, 60, 90])('tells who was active within %i days', async (days) => {
    const path = HISTORY ?? '';
    const truth = JSON.parse(readFileSync(path.replace(/\.ndjson(\.gz)?$/, '.truth.json'), 'utf8')) as Truth;
    const { call, clock, data } = siteOf(loadDataFile(path));
    clock.advanceTo(Date.parse(truth.asOf));
    const active: string[] = [];
    for (const { accountId } of data.users) {
      clock.advanceTo(clock.now() + 10); // no faster than the burst limits allow
      const jql = `issuekey in updatedBy("${accountId}", "-${days}d")`;
      const { body } = await call('POST', 'search/jql', { jql, maxResults: 1 }, { as: APP });
      if (body.issues.length > 0) active.push(accountId);
    }
    const { size, sha256 } = truth.definitions.any[String(days)] ?? { size: 0, sha256: '' };
    expect(active).toHaveLength(size);
    expect(createHash('sha256').update(active.sort().join('\n')).digest('hex')).toBe(sha256);
  });
});
