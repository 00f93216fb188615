import { Outlet, useLocation } from 'react-router-dom';
import { Boundary } from './boundary';

/** Keeps a page's bug on that page: another address starts afresh. */
export function PageBoundary() {
  const { pathname } = useLocation();
  return (
    <Boundary key={pathname.split('/')[1]} title="License management">
      <Outlet />
    </Boundary>
  );
}
