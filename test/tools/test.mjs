// npm test: installs and builds what is missing, then runs every suite. Arguments go to jest.
import { buildBundle } from './build-bundle.mjs';
import { buildPage } from './build-page.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { inProject, runNode } from './project.mjs';

try {
  await ensureInstalled();
  const [bundle] = await Promise.all([buildBundle(), buildPage()]);
  const jest = inProject('node_modules', 'jest', 'bin', 'jest.js');
  process.exitCode = await runNode([jest, ...process.argv.slice(2)], {
    env: { ...process.env, PROJECT_BUNDLE: bundle },
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
