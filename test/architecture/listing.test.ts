import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const listing = readFileSync(join(__dirname, '../../docs/listing/listing.md'), 'utf8');
const text = (heading: string) => (listing.split(`## ${heading}\n`)[1] ?? '').split('\n## ')[0]?.trim() ?? '';

/** https://developer.atlassian.com/platform/marketplace/listing-forge-apps/ */
test.each([
  ['Name', 60],
  ['Tagline', 130],
  ['Summary', 250],
  ['Details', 1000],
])('the listing’s %s has at most %d characters', (heading, most) => {
  expect(text(heading).length).toBeGreaterThan(0);
  expect(text(heading).length).toBeLessThanOrEqual(most);
});
