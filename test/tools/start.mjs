// npm start: installs and builds what is missing, then starts the local site. Plain Node, so that it runs before npm ci.
import { spawn } from 'node:child_process';
import { deployedNode } from '../site/forge/runtime/deployed-node.cjs';
import { buildBundle } from './build-bundle.mjs';
import { buildPage } from './build-page.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { inProject, ROOT } from './project.mjs';

try {
  await ensureInstalled();
  await Promise.all([buildBundle(), buildPage()]);
  serve();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function serve() {
  const args = ['--import', 'tsx', inProject('test', 'site', 'start.ts'), ...process.argv.slice(2)];
  const site = spawn(deployedNode(), args, { cwd: ROOT, stdio: 'inherit' });
  // Ctrl-C reaches the whole group; a signal sent to this process alone has to be passed on.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => site.kill(signal));
  site.once('close', (code) => (process.exitCode = code ?? 1));
}
