import { isListed, MANAGE_APPS, placeOf } from './pages';
import { sectionsOf, type AppPage, type ShellState } from './server';

interface SideNavProps {
  readonly state: ShellState;
  /** The page that is open; left out where none is. */
  readonly page?: AppPage | undefined;
  readonly current?: string;
  /** A click on an entry of the page that is open does not leave it. */
  readonly onOpen?: (route: string) => void;
}

/** The app's entries of Jira's navigations: its settings, its Apps menu, and one's personal settings. */
export function SideNav({ state, ...open }: SideNavProps) {
  const at = (place: string) => state.pages.filter((page) => placeOf(page) === place && isListed(page, state));
  return (
    <nav className="side-nav" aria-label="Apps">
      {state.administers ? (
        <div className="section">
          <div className="app-title">Jira settings</div>
          <a href={MANAGE_APPS} aria-current={location.pathname === MANAGE_APPS ? 'page' : undefined}>
            Manage apps
          </a>
        </div>
      ) : null}
      {at('settings').map((page) => (
        <SettingsEntries key={page.key} page={page} {...(page.key === open.page?.key ? open : {})} />
      ))}
      <PageEntries title="Apps" pages={at('apps')} open={open.page} />
      <PageEntries title="Personal settings" pages={at('personal')} open={open.page} />
    </nav>
  );
}

interface PageEntriesProps {
  readonly title: string;
  readonly pages: readonly AppPage[];
  readonly open: AppPage | undefined;
}

function PageEntries({ title, pages, open }: PageEntriesProps) {
  if (pages.length === 0) return null;
  return (
    <div className="section">
      <div className="app-title">{title}</div>
      {pages.map((page) => (
        <a key={page.key} href={page.basePath} aria-current={page.key === open?.key ? 'page' : undefined}>
          {page.title}
        </a>
      ))}
    </div>
  );
}

interface SettingsEntriesProps extends Omit<SideNavProps, 'state' | 'page'> {
  readonly page: AppPage;
}

function SettingsEntries({ page, current = '', onOpen }: SettingsEntriesProps) {
  return sectionsOf(page).map((section, index) => (
    <div key={section.header ?? index} className="section">
      {section.header ? <div className="section-header">{section.header}</div> : null}
      {section.pages.map(({ title, route }) => {
        const selected = current === `/${route}` || current.startsWith(`/${route}/`);
        return (
          <a
            key={route}
            href={`${page.basePath}/${route}`}
            aria-current={selected ? 'page' : undefined}
            onClick={(event) => {
              if (!onOpen || event.metaKey || event.ctrlKey) return;
              event.preventDefault();
              onOpen(`/${route}`);
            }}
          >
            {title}
          </a>
        );
      })}
    </div>
  ));
}
