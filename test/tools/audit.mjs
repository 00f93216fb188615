// npm run audit: fails on a known high or critical vulnerability in what is deployed. Where the registry does not answer
// audits (a mirror, no network), that is said and nothing fails.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ROOT } from './project.mjs';

/**
 * Reads the output of `npm audit --json`.
 * @param {string} output
 * @returns {{ answered: boolean, grave: string[] }} packages with a high or critical vulnerability
 */
export function readAudit(output) {
  /** @type {{ vulnerabilities?: Record<string, { severity: string }> }} */
  let report = {};
  try {
    report = JSON.parse(output);
  } catch {
    // npm wrote an error only.
  }
  const { vulnerabilities } = report;
  const grave = Object.entries(vulnerabilities ?? {}).filter(([, { severity }]) => /^(high|critical)$/.test(severity));
  return {
    answered: vulnerabilities !== undefined,
    grave: grave.map(([name, { severity }]) => `${name} (${severity})`),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = ['audit', '--omit=dev', '--omit=optional', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
  const { stdout } = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });
  const { answered, grave } = readAudit(stdout ?? '');
  if (!answered) console.log('The registry does not answer audits here; nothing was checked.');
  else if (grave.length === 0) console.log('No high or critical vulnerability is known in what is deployed.');
  else {
    console.error(`Known vulnerabilities in what is deployed: ${grave.join(', ')}`);
    process.exitCode = 1;
  }
}
