import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCOPES } from '../site/jira';
import { loadManifest } from '../site/forge/manifest/manifest';
import { pathsInPage, routesIn, type JiraRoute } from './jira-routes';

const ROOT = join(__dirname, '../..');
const routes = routesIn(join(ROOT, 'src/adapters/jira'));
const asked = pathsInPage(join(ROOT, 'static/admin/src'));
const manifest = loadManifest(ROOT);

/** Scopes that no call of Jira needs. */
const OTHER_USES: Readonly<Record<string, string>> = {
  'storage:app': 'the app’s own storage',
  'report:personal-data': 'Atlassian’s register of accounts',
  'read:jira-work': 'product events, and calls that have no granular scopes in the manifest',
};

type ScopeSets = readonly (readonly string[])[];
const openApi = process.env['JIRA_OPENAPI'] ?? '';

/** Names an operation whatever its placeholders are called. */
const nameOf = (method: string, path: string) => `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`;

function tableOfTheSite(): Map<string, ScopeSets> {
  return new Map(
    Object.entries(SCOPES).map(([operation, sets]) => {
      const [method = '', path = ''] = operation.split(' ');
      return [nameOf(method, path), sets];
    }),
  );
}

interface Document {
  readonly paths: Record<
    string,
    Record<string, { 'x-atlassian-oauth2-scopes'?: readonly { scopes: readonly string[] }[] }>
  >;
}

function tableOfTheDocument(): Map<string, ScopeSets> {
  const { paths } = JSON.parse(readFileSync(openApi, 'utf8')) as Document;
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, ScopeSets] => {
        const sets = operation['x-atlassian-oauth2-scopes'] ?? [];
        return [nameOf(method.toUpperCase(), path), sets.map(({ scopes }) => scopes)];
      }),
    ),
  );
}

const opened = (sets: ScopeSets, granted: readonly string[]) =>
  sets.filter((set) => set.every((scope) => granted.includes(scope)));

const tables: [string, () => Map<string, ScopeSets>][] = [['the site’s table', tableOfTheSite]];
if (existsSync(openApi)) tables.push(['Atlassian’s document', tableOfTheDocument]);

test('there are calls to check, each with a literal route', () => {
  expect(routes.length).toBeGreaterThan(15);
  expect(asked.length).toBeGreaterThan(6);
  for (const { path } of routes) expect(path).toMatch(/^\/rest\/api\/3\//);
});

describe.each(tables)('by %s', (_name, makeTable) => {
  const table = makeTable();
  const setsOf = ({ method, path }: JiraRoute): ScopeSets => {
    // Atlassian's document may be there in part only.
    const sets = table.get(nameOf(method, path)) ?? tableOfTheSite().get(nameOf(method, path));
    if (!sets) throw new Error(`${method} ${path} is not known`);
    return sets;
  };

  test.each(routes.map((route) => [route.method, route.path, route.file, route] as const))(
    '%s %s (%s) has its scopes in the manifest',
    (_method, _path, _file, route) => {
      const sets = setsOf(route);
      expect(sets.length === 0 || opened(sets, manifest.scopes).length > 0).toBe(true);
    },
  );

  // The page asks as the person who looks at it, but within the app's scopes.
  test.each(asked)('what the page asks has its scopes in the manifest: GET %s', (path) => {
    const sets = table.get(nameOf('GET', path)) ?? tableOfTheSite().get(nameOf('GET', path));
    expect(opened(sets ?? [], manifest.scopes)).not.toEqual([]);
  });

  test('a call in the name of somebody who is not there has scopes that allow it', () => {
    const impersonating = routes.filter(({ as }) => as.startsWith('actor('));
    expect(impersonating.length).toBeGreaterThan(1);
    for (const route of impersonating) {
      expect(opened(setsOf(route), manifest.impersonationScopes)).not.toEqual([]);
    }
  });

  test('every scope of the manifest has a caller', () => {
    const used = new Set(routes.flatMap((route) => opened(setsOf(route), manifest.scopes)).flat());
    const unused = manifest.scopes.filter((scope) => !used.has(scope) && !(scope in OTHER_USES));
    expect(unused).toEqual([]);
  });

  test('every scope that may be used for absent people is needed for it', () => {
    const impersonating = routes.filter(({ as }) => as.startsWith('actor('));
    const used = impersonating.flatMap((route) => opened(setsOf(route), manifest.impersonationScopes)).flat();
    expect(new Set(manifest.impersonationScopes)).toEqual(new Set(used));
  });
});
