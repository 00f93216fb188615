import { useLocation } from 'react-router-dom';
import { useAnswer } from '../api/queries';
import { PageBoundary } from '../components/page-boundary';
import { RouteLink } from '../components/route-link';
import { NAVIGATION } from '../navigation';
import styles from './app-menu.module.css';
import { MY_SEAT } from './my-seat-route';

const PAGES = NAVIGATION.flatMap(({ pages }) => pages).map(({ title, route }) => ({ title, path: `/${route}` }));
const OWN = { title: 'My Jira seat', path: MY_SEAT };

/** The menu of the page in Jira's Apps menu, above the page that is open. Without a role only one's own seat is listed. */
export function AppMenu() {
  const { pathname } = useLocation();
  const hasRole = useAnswer('getSession', {}).data !== undefined;
  const isOpen = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  return (
    <>
      <nav className={styles.menu} aria-label="License management">
        <ul>
          {[...(hasRole ? PAGES : []), OWN].map(({ title, path }) => (
            <li key={path}>
              <RouteLink to={path} isCurrent={isOpen(path)}>
                {title}
              </RouteLink>
            </li>
          ))}
        </ul>
      </nav>
      <PageBoundary />
    </>
  );
}
