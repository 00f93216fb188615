// npm run build: what would be deployed, the function bundle and the admin page, as far as their sources changed.
import { buildBundle } from './build-bundle.mjs';
import { buildPage } from './build-page.mjs';

try {
  const [bundle] = await Promise.all([buildBundle(), buildPage()]);
  console.log(bundle);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
