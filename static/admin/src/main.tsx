import '@atlaskit/css-reset';
import './page.css';
import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { enableTheme, readVisit, type Visit } from './api/bridge';

/** The module of everybody's own page, as manifest.yml names it; the other one is the admin page. */
const PERSONAL_PAGE = 'my-seat';

async function start(): Promise<void> {
  const [visit] = await Promise.all([readVisit(), enableTheme()]);
  const root = createRoot(document.getElementById('root') as HTMLElement);
  root.render(<StrictMode>{await pageOf(visit)}</StrictMode>);
}

/** The page that was asked for; of the other one nothing is loaded. */
async function pageOf({ moduleKey, viewer }: Visit): Promise<ReactElement> {
  if (moduleKey !== PERSONAL_PAGE) return (await import('./app')).openAdminPage(viewer);
  const { MySeat } = await import('./features/my-seat/my-seat');
  return <MySeat viewer={viewer} />;
}

void start();
