import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = join(__dirname, '../../static/admin');
const sources = readdirSync(PAGE, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.(css|tsx?|html)$/.test(path) && !/^(dist|node_modules)/.test(path),
);

/** Tells an administrator what a frame does, and shapes nothing by it. */
const MEASURES_ONLY = 'src/api/site-measurements.ts';
/** A length in parts of the frame's own height, or that height itself. */
const DEPENDS_ON_FRAME = /\d[sdl]?v(h|b|min|max)\b|innerHeight|outerHeight|(min-|max-)?height:\s*100%\s*;/;

test('nothing of the page depends on the height of the frame, which may follow the page', () => {
  expect(sources.length).toBeGreaterThan(100);
  const shaping = sources.filter((path) => path !== MEASURES_ONLY);
  const found = shaping.filter((path) => DEPENDS_ON_FRAME.test(readFileSync(join(PAGE, path), 'utf8')));
  expect(found).toEqual([]);
});

test.each(['max-height: calc(100vh - 2px)', '50dvh', 'window.innerHeight', 'height: 100%;'])('finds %s', (text) => {
  expect(DEPENDS_ON_FRAME.test(text)).toBe(true);
});
