import { request } from 'node:http';
import { getAppContext } from '@forge/api';
import { kvs } from '@forge/kvs';

interface Door {
  readonly url: string;
  readonly token: string;
}
const ownDoor = () => (globalThis as unknown as { __forge_runtime__: { proxy: Door } }).__forge_runtime__.proxy;
let kept: Door | undefined;

/** Status of a write to the store of whoever this door and token belong to. */
function write({ url, token }: Door): Promise<number | undefined> {
  const headers = { 'forge-proxy-authorization': `Bearer ${token}`, 'forge-proxy-target': '/api/v1/set' };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/fpp/as/app/provider/atlassian/capability/kvs`, { method: 'POST', headers });
    sent.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
    sent.end(JSON.stringify({ key: 'stolen', value: 1 }));
  });
}

/** What an invocation knows of its site, and what it can try with what it knows of another's. */
export const doorOperations = {
  where: () => ({ installation: getAppContext().installationAri.toString(), process: process.pid }),
  keepDoor: async () => {
    kept = ownDoor();
    return write(kept);
  },
  useKeptDoor: () => kept && write(kept),
  useKeptDoorWithOwnToken: () => kept && write({ ...kept, token: ownDoor().token }),
  useOwnDoorWithKeptToken: () => kept && write({ ...ownDoor(), token: kept.token }),
  /** Answers at once, and goes on later. */
  goOn: ({ ms }: { ms: number }) =>
    void setTimeout(() => {
      console.log(`late at ${new Date().toISOString()}`);
      void kvs.set('late', true).catch(() => undefined);
    }, ms),
  pause: ({ ms }: { ms: number }) => new Promise((resolve) => setTimeout(() => resolve(new Date().toISOString()), ms)),
};
