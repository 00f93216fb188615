import { lazy, Suspense, useEffect, useState } from 'react';
import type { ProductHistory, Visit } from '../api/bridge';
import { MY_SEAT } from './my-seat-route';

const MySeat = lazy(() => import('../features/my-seat/my-seat').then((module) => ({ default: module.MySeat })));
const RolePages = lazy(() => import('../app').then((module) => ({ default: module.RolePages })));

/**
 * The page in Jira's Apps menu. Who comes for their own seat, as a mail asks them to, loads nothing but that; at every other
 * address it is the app, as far as the person's role goes.
 */
export function GlobalPage({ visit, history }: { readonly visit: Visit; readonly history: ProductHistory }) {
  const pathname = usePathname(history);
  const [isForSeat, setIsForSeat] = useState(pathname === MY_SEAT);
  if (isForSeat && pathname !== MY_SEAT) setIsForSeat(false);
  return (
    <Suspense fallback={null}>
      {isForSeat ? <MySeat viewer={visit.viewer} /> : <RolePages visit={visit} history={history} />}
    </Suspense>
  );
}

function usePathname(history: ProductHistory): string {
  const [pathname, setPathname] = useState(history.location.pathname);
  useEffect(() => void history.listen((location) => setPathname(location.pathname)), [history]);
  return pathname;
}
