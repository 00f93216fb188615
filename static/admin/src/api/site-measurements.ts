import { requestJira } from '@forge/bridge';
import type { SiteMeasurement } from '../../../../src/shared/contract';

type Of<Check> = Extract<SiteMeasurement, { readonly check: Check }>;

const CALLS = 3;
const LIMIT_HEADERS = ['ratelimit', 'ratelimit-policy', 'x-ratelimit-limit', 'x-ratelimit-remaining'];
/** Jira names the app's hourly points only in answers that it charges to the app. */
const APP_QUOTA = 'global-app-quota';

/** Reads the rate-limit headers of a few cheap calls through the bridge. Throws when Jira can't be reached. */
export async function measureBridgePoints(): Promise<Of<'bridge-points'>> {
  const readings: Of<'bridge-points'>['readings'][number][] = [];
  for (let n = 0; n < CALLS; n += 1) {
    const { headers } = await requestJira('/rest/api/3/mypermissions?permissions=ADMINISTER', {
      headers: { accept: 'application/json' },
    });
    readings.push({
      hasLimitHeaders: LIMIT_HEADERS.some((name) => headers.has(name)),
      namesAppQuota: (headers.get('ratelimit-policy') ?? '').includes(APP_QUOTA),
    });
  }
  return { check: 'bridge-points', readings };
}

const GROWN_BY = 1200;
/** A frame that follows its content does so within this time. */
const FOLLOWS_MS = 1500;

/** Makes the page higher for a moment and looks whether the frame follows. */
export async function measureFrameHeight(): Promise<Of<'frame-height'>> {
  const heightBefore = window.innerHeight;
  const block = document.createElement('div');
  block.style.height = `${heightBefore + GROWN_BY}px`;
  block.setAttribute('aria-hidden', 'true');
  document.body.append(block);
  await new Promise((done) => setTimeout(done, FOLLOWS_MS));
  const heightAfter = window.innerHeight;
  block.remove();
  return { check: 'frame-height', heightBefore, heightAfter, grownBy: heightBefore + GROWN_BY };
}
