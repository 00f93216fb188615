import type { InvocationError } from '@forge/events';
import { z } from 'zod';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { noteLifecycleEvent } from '../usecases/site-check/note-lifecycle-event';
import { noteInstallation, type InstallationNotice } from '../usecases/note-installation';
import { compose, findInstalled } from './compose';
import { retryLater } from './retry-later';

const text = z.string().min(1).nullish().catch(null);

/** https://developer.atlassian.com/platform/forge/events-reference/life-cycle/ : no event type is documented. */
const Event = z.object({
  eventType: text,
  installerAccountId: text,
  upgraderAccountId: text,
  app: z.object({ version: text }).nullish().catch(null),
});
type Event = z.infer<typeof Event>;

/** The app was installed or upgraded. Told too early or in vain, it is told again; at the latest the first tick notes it. */
export async function handleLifecycle(payload: unknown): Promise<InvocationError | undefined> {
  const ports = compose();
  const parsed = Event.safeParse(payload);
  const event = parsed.success ? parsed.data : {};
  const { installation, version } = findInstalled();
  return noted(
    {
      installed: { installation, version: event.app?.version ?? version },
      said: whatIsSaid(event),
      by: event.installerAccountId ?? event.upgraderAccountId ?? null,
    },
    payload,
    ports,
  );
}

async function noted(notice: InstallationNotice, payload: unknown, ports: Ports): Promise<InvocationError | undefined> {
  try {
    await noteInstallation(notice, ports);
    await noteLifecycleEvent(hasType(payload), ports);
    return undefined;
  } catch (error) {
    ports.log.error('installation not noted', { failure: isFailure(error) });
    return retryLater(payload);
  }
}

function hasType(payload: unknown): boolean {
  return typeof Event.safeParse(payload).data?.eventType === 'string';
}

function whatIsSaid({ eventType, installerAccountId, upgraderAccountId }: Partial<Event>): InstallationNotice['said'] {
  if (eventType === 'avi:forge:installed:app') return 'installed';
  if (eventType === 'avi:forge:upgraded:app') return 'upgraded';
  if (installerAccountId && !upgraderAccountId) return 'installed';
  return upgraderAccountId ? 'upgraded' : undefined;
}
