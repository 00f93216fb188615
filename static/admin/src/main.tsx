import '@atlaskit/css-reset';
import './page.css';
import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { lookAhead } from './ahead';
import { createHistory, enableTheme, readVisit, type ProductHistory, type Visit } from './api/bridge';

/** The module of everybody's own page, as manifest.yml names it; the other one is the admin page. */
const PERSONAL_PAGE = 'my-seat';

async function start(): Promise<void> {
  const [page] = await Promise.all([readVisit().then(pageOf), enableTheme()]);
  createRoot(document.getElementById('root') as HTMLElement).render(<StrictMode>{page}</StrictMode>);
}

/** The page that was asked for; of the other one nothing is loaded. */
async function pageOf({ moduleKey, viewer }: Visit): Promise<ReactElement> {
  if (moduleKey === PERSONAL_PAGE) {
    const { MySeat } = await import('./features/my-seat/my-seat');
    return <MySeat viewer={viewer} />;
  }
  const [{ openAdminPage }, history] = await Promise.all([import('./app'), arrive()]);
  return openAdminPage(viewer, history);
}

/** Finds out where the product is, and begins with what is needed there. */
async function arrive(): Promise<ProductHistory> {
  const history = await createHistory();
  lookAhead(history.location);
  return history;
}

void start();
