import type { Ports } from '../../ports/ports';

/** Notes that the platform reported the installation or an upgrade, and whether it said which. */
export async function noteLifecycleEvent(hasType: boolean, { siteChecks }: Pick<Ports, 'siteChecks'>): Promise<void> {
  const lifecycleEvent = hasType ? 'with-type' : 'without-type';
  if ((await siteChecks.find()).lifecycleEvent === lifecycleEvent) return;
  await siteChecks.update((site) => ({ ...site, lifecycleEvent }));
}
