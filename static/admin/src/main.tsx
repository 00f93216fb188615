import '@atlaskit/css-reset';
import './page.css';
import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { lookAhead } from './ahead';
import { createHistory, enableTheme, readVisit, type ProductHistory, type Visit } from './api/bridge';
import { openTabsByProduct } from './api/link-clicks';
import { followVisiblePart } from './api/visible-part';
import { GlobalPage } from './global-page/global-page';

/** The ways into the app, by the module of manifest.yml that the product shows; every other one is the admin page. */
const WAYS_IN: Readonly<Record<string, (visit: Visit) => Promise<ReactElement>>> = {
  'my-seat': openMySeat,
  'get-started': openGetStarted,
  'global-page': openGlobalPage,
};

async function start(): Promise<void> {
  followVisiblePart();
  const [page] = await Promise.all([readVisit().then(pageOf), enableTheme()]);
  createRoot(document.getElementById('root') as HTMLElement).render(<StrictMode>{page}</StrictMode>);
}

/** The page that was asked for; of the others nothing is loaded. */
function pageOf(visit: Visit): Promise<ReactElement> {
  openTabsByProduct(visit.address.site);
  return (WAYS_IN[visit.moduleKey] ?? openAdminPage)(visit);
}

async function openAdminPage(visit: Visit): Promise<ReactElement> {
  const [{ AdminPage }, history] = await Promise.all([import('./app'), arrive()]);
  return <AdminPage visit={visit} history={history} />;
}

async function openGlobalPage(visit: Visit): Promise<ReactElement> {
  return <GlobalPage visit={visit} history={await arrive()} />;
}

async function openMySeat({ viewer }: Visit): Promise<ReactElement> {
  const { MySeat } = await import('./features/my-seat/my-seat');
  return <MySeat viewer={viewer} />;
}

async function openGetStarted({ address }: Visit): Promise<ReactElement> {
  const { GetStartedPage } = await import('./app');
  return <GetStartedPage address={address} />;
}

/** Finds out where the product is, and begins with what is needed there. */
async function arrive(): Promise<ProductHistory> {
  const history = await createHistory();
  lookAhead(history.location);
  return history;
}

void start();
