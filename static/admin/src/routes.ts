import type { ComponentType, ReactNode } from 'react';
import { fits } from './address-pattern';

interface PageProps {
  /** What somebody sees who was never here before. */
  readonly guidedStart: ReactNode;
}

export interface PageRoute {
  /** As the router reads it. */
  readonly path: string;
  readonly load: () => Promise<{ readonly default: ComponentType<PageProps> }>;
}

/** The sub-pages by address. Each is loaded when it is first opened. */
export const ROUTES: readonly PageRoute[] = [
  { path: '/overview', load: () => import('./features/overview/overview-page') },
  { path: '/subscriptions/:account?', load: () => import('./features/subscriptions/subscriptions-page') },
  { path: '/removal-candidates', load: () => import('./features/removal-candidates/candidates-page') },
  { path: '/removal-candidates/reclaim', load: () => import('./features/removal-candidates/reclaim-page') },
  { path: '/removal-candidates/restore', load: () => import('./features/removal-candidates/restore-page') },
  { path: '/removal-candidates/:number', load: () => import('./features/removal-candidates/candidate-page') },
  { path: '/profiles', load: () => import('./features/profiles/profiles-page') },
  { path: '/profiles/:profileId/:tab?', load: () => import('./features/profiles/profile-page') },
  { path: '/rules', load: () => import('./features/rules/rules-page') },
  { path: '/rules/:profileId/:roleKey', load: () => import('./features/rules/rule-page') },
  { path: '/access', load: () => import('./features/access/access-page') },
  { path: '/models', load: () => import('./features/software-models/software-models-page') },
  { path: '/exclusions', load: () => import('./features/exclusions/exclusions-page') },
  { path: '/jobs', load: () => import('./features/jobs/jobs-page') },
  { path: '/evidence', load: () => import('./features/evidence/evidence-page') },
  { path: '/site-check', load: () => import('./features/site-check/site-check-page') },
];

/** The page of an address: the first that fits. */
export function routeOf(pathname: string): PageRoute | undefined {
  return ROUTES.find(({ path }) => fits(path, pathname));
}
