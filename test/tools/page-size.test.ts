import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pageSize } from './page-size';

const KB = 1000;
const BUILD_MS = 120_000;

beforeAll(() => {
  // Nothing to do when the page was built for these sources already.
  execFileSync(process.execPath, [join(__dirname, 'build-page.mjs')]);
}, BUILD_MS);

test('the page stays small: all of it, and what a visitor waits for', () => {
  const { total, first } = pageSize(['app overview-page', 'app subscriptions-page', 'my-seat']);
  expect(total).toBeLessThanOrEqual(376 * KB);
  expect(first['app overview-page']).toBeLessThanOrEqual(150 * KB);
  expect(first['app subscriptions-page']).toBeLessThanOrEqual(215 * KB);
  expect(first['my-seat']).toBeLessThanOrEqual(115 * KB);
});
