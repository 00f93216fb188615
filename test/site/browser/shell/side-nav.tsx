import { sectionsOf, type AppPage } from './server';

interface SideNavProps {
  readonly page: AppPage;
  readonly basePath: string;
  readonly current: string;
  readonly onOpen: (route: string) => void;
}

/** The app's entries of the administration's left navigation, as its manifest lists them. */
export function SideNav({ page, basePath, current, onOpen }: SideNavProps) {
  return (
    <nav className="side-nav" aria-label="Apps">
      <div className="app-title">{page.title}</div>
      {sectionsOf(page).map((section, index) => (
        <div key={section.header ?? index} className="section">
          {section.header ? <div className="section-header">{section.header}</div> : null}
          {section.pages.map(({ title, route }) => {
            const selected = current === `/${route}` || current.startsWith(`/${route}/`);
            return (
              <a
                key={route}
                href={`${basePath}/${route}`}
                aria-current={selected ? 'page' : undefined}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey) return;
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
    </nav>
  );
}
