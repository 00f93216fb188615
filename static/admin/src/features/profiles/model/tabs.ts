import type { ViewChoice } from './view-choice';

const TABS = [
  { key: 'details', title: 'Details', isDefault: true },
  { key: 'models', title: 'Software models', isDefault: false },
  { key: 'jobs', title: 'Scheduled jobs', isDefault: true },
  { key: 'results', title: 'Job results', isDefault: true },
  { key: 'subscriptions', title: 'Subscriptions', isDefault: false },
  { key: 'candidates', title: 'Removal candidates', isDefault: false },
  { key: 'rules', title: 'Reclamation rules', isDefault: false },
] as const;

export type ProfileTab = (typeof TABS)[number];
export type TabKey = ProfileTab['key'];

/** The tabs of a view, and the one that the address names even when the view leaves it out. */
export function tabsOf(view: ViewChoice, addressed: string | undefined): readonly ProfileTab[] {
  return TABS.filter(({ key, isDefault }) => isDefault || view === 'custom' || key === addressed);
}
