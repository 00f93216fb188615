import { z } from 'zod';
import { beginCounting } from '../usecases/activity-settings';
import { noteRestart } from '../usecases/watch-events';
import { compose } from './compose';

const Event = z.object({ eventType: z.string(), installerAccountId: z.string().nullish() });

/** The evidence log begins with the installation: product events exist from here on, and views are known from here on. */
export async function handleLifecycle(event: unknown): Promise<void> {
  const parsed = Event.safeParse(event);
  if (!parsed.success) return;
  const ports = compose();
  await beginCounting(await ports.activitySettings.find(), ports);
  const isNew = parsed.data.eventType === 'avi:forge:installed:app';
  await noteRestart(isNew ? 'installed' : 'upgraded', ports);
  await ports.evidence.append({
    kind: 'app-installed',
    at: ports.clock.now(),
    by: parsed.data.installerAccountId ?? null,
    subject: null,
    candidate: null,
    text: isNew ? 'App installed.' : 'App upgraded.',
    details: { eventType: parsed.data.eventType },
  });
}
