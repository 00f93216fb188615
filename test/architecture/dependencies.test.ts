import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { deployedNode, MAJOR, PACKAGES } from '../site/forge/runtime/deployed-node.cjs';

const ROOT = join(__dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

type Dependencies = Record<string, string>;
const project = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies' | 'overrides',
  Dependencies
>;
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version: string; os?: string }> };
const { dependencies, devDependencies, optionalDependencies, overrides } = project;
const declared = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
const OURS = 'file:test/stubs/';

test('every package from outside is declared with one exact version, the installed one', () => {
  const outside = declared.filter(([, version]) => !version.startsWith(OURS));
  expect(outside.length).toBeGreaterThan(60);
  const installed = outside.map(([name]) => [name, lock.packages[`node_modules/${name}`]?.version]);
  expect(Object.fromEntries(outside)).toEqual(Object.fromEntries(installed));
  for (const version of Object.values(overrides)) expect(version).toMatch(/^\d+\.\d+\.\d+$|^\$/);
});

test('functions, tests and tools run on the major version of Node.js that the manifest deploys', () => {
  const { app } = parse(read('manifest.yml')) as { app: { runtime: { name: string } } };
  expect(app.runtime.name).toBe(`nodejs${MAJOR}.x`);
  const { stdout } = spawnSync(deployedNode(), ['--version'], { encoding: 'utf8' });
  expect([stdout.trim(), process.version, devDependencies['@types/node'] ?? '']).toEqual([
    expect.stringMatching(`^v${MAJOR}\\.`),
    expect.stringMatching(`^v${MAJOR}\\.`),
    expect.stringMatching(`^${MAJOR}\\.`),
  ]);
});

test('npm installs that Node.js for the platform at hand only', () => {
  expect(Object.keys(optionalDependencies).sort()).toEqual(Object.values(PACKAGES).sort());
  for (const [platform, name] of Object.entries(PACKAGES))
    expect(`${name} ${lock.packages[`node_modules/${name}`]?.os}`).toBe(`${name} ${platform.split('-')[0]}`);
  expect(Object.values(optionalDependencies)).toEqual(
    Object.values(optionalDependencies).map(() => expect.stringMatching(`^${MAJOR}\\.`) as string),
  );
});
