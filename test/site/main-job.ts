import type { Answer, Input, Operation, Output, Overview, RunView } from '../../src/shared/contract';
import type { Site } from './assemble';

const PROFILE_NAME = 'Jira integration';
const LOOK_BACK_DAYS = 60;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Simulated hours the job may wait for the app's hourly points before it counts as failed. */
const PATIENCE_HOURS = 72;
const KINDS = ['download', 'activity', 'evaluate'] as const;
const FINISHED: readonly RunView['status'][] = ['Complete', 'Partial', 'Failed'];

export interface MainJobResult {
  readonly overview: Overview;
  readonly runs: readonly RunView[];
  readonly seconds: number;
  /** The profile was there already: nothing was set up. */
  readonly resumed: boolean;
}

/** The app refused a step, or a job did not come to a good end. */
export class MainJobError extends Error {}

/**
 * The app's main job through the doors a person has: the first site administrator sets up a profile over all groups that
 * give seats and no administrator's rights, publishes it, and lets the first jobs finish. Nothing is reclaimed.
 */
export async function runMainJob(site: Site): Promise<MainJobResult> {
  const began = performance.now();
  const ask = asFirstAdministrator(site);
  const known = await ask('listProfiles', {});
  const existing = known.profiles.find(({ displayName }) => displayName === PROFILE_NAME);
  const profileId = existing?.id ?? (await setUpProfile(site, ask));
  const runs = await finishedRuns(site, ask, profileId);
  const overview = await ask('getOverview', {});
  return { overview, runs, seconds: (performance.now() - began) / 1000, resumed: existing !== undefined };
}

type Ask = <Name extends Operation>(operation: Name, input: Input<Name>) => Promise<Output<Name>>;

function asFirstAdministrator({ forge, jira }: Site): Ask {
  const [accountId] = jira.siteAdministrators();
  const [page] = forge.pages;
  if (accountId === undefined) throw new MainJobError('The site has no administrator who could set up the app.');
  if (page === undefined) throw new MainJobError('The app has no page.');
  return async <Name extends Operation>(operation: Name, payload: Input<Name>) => {
    const answer = await forge.invoke({ moduleKey: page.key, functionKey: operation, payload, accountId });
    if (!answer.ok) throw new MainJobError(`${operation}: ${answer.error.name}: ${answer.error.message}`);
    const envelope = answer.value as Answer<Output<Name>>;
    if (!envelope.ok) throw new MainJobError(`${operation}: ${envelope.error.code}: ${envelope.error.message}`);
    return envelope.value;
  };
}

async function setUpProfile({ clock }: Site, ask: Ask): Promise<string> {
  const { groups } = await ask('listJiraGroups', {});
  const seatGiving = groups.filter(
    ({ roles, access }) => roles.length > 0 && access !== 'admin' && access !== 'site-admin',
  );
  const saved = await ask('saveProfile', {
    displayName: PROFILE_NAME,
    downloadActivity: true,
    analyzeFrom: new Date(clock.now() - LOOK_BACK_DAYS * DAY_MS).toISOString(),
    reclaim: true,
    groupIds: seatGiving.map(({ id }) => id),
  });
  const validated = await ask('validateConnection', { profileId: saved.id });
  const refused = validated.validation?.probes.find(({ ok }) => !ok);
  if (refused !== undefined) throw new MainJobError(`validateConnection: ${refused.name}: ${refused.text}`);
  await ask('publishProfile', { profileId: validated.id, revision: validated.revision });
  return validated.id;
}

/** Lets time pass until the first run of every kind has ended, and answers those runs. */
async function finishedRuns({ forge, clock }: Site, ask: Ask, profileId: string): Promise<RunView[]> {
  for (let hour = 0; hour <= PATIENCE_HOURS; hour += 1) {
    await forge.drain();
    const { runs } = await ask('listJobRuns', { profileId });
    const latest = KINDS.map((kind) => runs.find((run) => run.kind === kind));
    const failed = latest.find((run) => run?.status === 'Failed');
    if (failed !== undefined) throw new MainJobError(`${failed.name} failed: ${failed.summary}`);
    const finished = latest.filter((run) => run !== undefined && FINISHED.includes(run.status));
    if (finished.length === KINDS.length) return finished as RunView[];
    await forge.advanceTo(clock.now() + HOUR_MS);
  }
  throw new MainJobError(`The jobs did not finish within ${PATIENCE_HOURS} simulated hours.`);
}
