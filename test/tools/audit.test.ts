import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const AUDIT = join(__dirname, 'audit.mjs');

/** What is read of npm's output; the tool is a module of its own, so another process reads it. */
function readAudit(output: string): unknown {
  const script = `import { readAudit } from ${JSON.stringify(AUDIT)}; console.log(JSON.stringify(readAudit(process.argv[1])));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script, output], { encoding: 'utf8' }),
  );
}

const report = (...severities: string[]) =>
  JSON.stringify({ vulnerabilities: Object.fromEntries(severities.map((severity, n) => [`p${n}`, { severity }])) });

test('a high or critical vulnerability is named, a lesser one is not', () => {
  const grave = ['p1 (high)', 'p2 (critical)'];
  expect(readAudit(report('moderate', 'high', 'critical'))).toEqual({ answered: true, grave });
  expect(readAudit(report('low', 'moderate'))).toEqual({ answered: true, grave: [] });
});

test('a registry that does not answer audits is told from one that knows of nothing', () => {
  expect(readAudit(report())).toEqual({ answered: true, grave: [] });
  expect(readAudit(JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 }))).toMatchObject({
    answered: false,
  });
  expect(readAudit('')).toMatchObject({ answered: false });
});
