import { sectionsOf, type AppPage } from './server';

interface SideNavProps {
  readonly pages: readonly AppPage[];
  /** The one that is open. */
  readonly page: AppPage;
  readonly current: string;
  readonly onOpen: (route: string) => void;
}

/** The app's entries of Jira's left navigations: the administration's, and those of one's personal settings. */
export function SideNav({ pages, page, current, onOpen }: SideNavProps) {
  return (
    <nav className="side-nav" aria-label="Apps">
      {pages.map((each) =>
        each.type === 'jira:personalSettingsPage' ? (
          <PersonalEntry key={each.key} page={each} isOpen={each.key === page.key} />
        ) : (
          <Entries key={each.key} page={each} {...(each.key === page.key ? { current, onOpen } : {})} />
        ),
      )}
    </nav>
  );
}

function PersonalEntry({ page, isOpen }: { readonly page: AppPage; readonly isOpen: boolean }) {
  return (
    <div className="section">
      <div className="app-title">Personal settings</div>
      <a href={page.basePath} aria-current={isOpen ? 'page' : undefined}>
        {page.title}
      </a>
    </div>
  );
}

interface EntriesProps {
  readonly page: AppPage;
  readonly current?: string;
  /** Left out: another page is open, so that a click leaves it. */
  readonly onOpen?: (route: string) => void;
}

function Entries({ page, current = '', onOpen }: EntriesProps) {
  return (
    <>
      <div className="app-title">{page.title}</div>
      {sectionsOf(page).map((section, index) => (
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
      ))}
    </>
  );
}
