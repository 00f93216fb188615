import { requestJira } from '@forge/bridge';
import { JiraRefusal } from './jira-refusal';

const TRIES = 5;
const FIRST_PAUSE_SECONDS = 2;
const LONGEST_PAUSE_SECONDS = 60;

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Hears for how many seconds Jira wants to be left alone. */
  readonly onWait?: (seconds: number) => void;
}

/**
 * Asks Jira as the person at the page, over the bridge. When Jira says that it is asked too often, waits as long as it
 * wishes and asks again. Throws a JiraRefusal, or the signal's reason when it is given up.
 */
export async function askJira<Value>(path: string, { signal, onWait }: AskOptions = {}): Promise<Value> {
  const what = path.split('?')[0] ?? path;
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    const response = await send(path, what);
    if (response.ok) return (await response.json()) as Value;
    const pause = pauseSeconds(response, attempt);
    if (response.status !== 429 || attempt === TRIES || pause > LONGEST_PAUSE_SECONDS)
      throw new JiraRefusal(response.status, what);
    onWait?.(pause);
    await sleep(pause * 1000, signal);
  }
}

async function send(path: string, what: string): Promise<Response> {
  try {
    return await requestJira(path, { headers: { accept: 'application/json' } });
  } catch (error) {
    console.warn('Jira could not be reached', error);
    throw new JiraRefusal(0, what);
  }
}

function pauseSeconds({ headers }: Response, attempt: number): number {
  return Math.max(Number(headers.get('retry-after')) || 0, FIRST_PAUSE_SECONDS * 2 ** (attempt - 1));
}

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done, stop) => {
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      stop(signal.reason as Error);
    });
  });
}
