import { lazy } from 'react';
import { Route } from 'react-router-dom';
import { App, Pages, type AppProps } from '../app-pages';
import { AppMenu } from './app-menu';
import { Landing } from './landing';
import { MY_SEAT } from './my-seat-route';

const MySeatPage = lazy(() => import('../features/my-seat/my-seat').then((module) => ({ default: module.MySeatPage })));

/** The app with a menu of its own: Jira's settings and their menu are for administrators only. */
export function RolePages(props: AppProps) {
  return (
    <App {...props}>
      <Pages frame={<AppMenu />} landing={<Landing />}>
        <Route path={MY_SEAT} element={<MySeatPage />} />
      </Pages>
    </App>
  );
}
