import { Navigate } from 'react-router-dom';
import { App, Pages, type AppProps } from './app-pages';
import { PageBoundary } from './components/page-boundary';

export { GetStartedPage } from './features/get-started/get-started-page';
export { RolePages } from './global-page/role-pages';

/** The page in Jira's settings, whose menu lists the sub-pages. */
export function AdminPage(props: AppProps) {
  return (
    <App {...props}>
      <Pages frame={<PageBoundary />} landing={<Navigate to="/overview" replace />} />
    </App>
  );
}
