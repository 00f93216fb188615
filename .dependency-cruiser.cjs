const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed, dependencyTypesNot: ['core'] },
});
const npmOnlyIn = (name, pkg, allowed) => ({
  name,
  comment: `${pkg} has one door`,
  severity: 'error',
  from: { path: '^(src|static)/', pathNot: allowed },
  to: { path: `node_modules/${pkg}/` },
});

/** The import rules of docs/architecture.md. */
module.exports = {
  forbidden: [
    only('domain-is-pure', '^src/domain/', ['^src/domain/'], 'no Forge, no I/O, no npm'),
    {
      name: 'domain-no-node',
      severity: 'error',
      from: { path: '^src/(domain|ports|usecases)/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'] },
    },
    only('ports-know-domain', '^src/ports/', ['^src/(ports|domain)/'], 'what the core needs, in the core’s words'),
    only('usecases-know-ports', '^src/usecases/', ['^src/(usecases|ports|domain)/'], 'one verb per file'),
    ...['jira', 'store', 'queue', 'system'].map((folder) =>
      only(
        `adapter-${folder}`,
        `^src/adapters/${folder}/`,
        [`^src/adapters/${folder}/`, '^src/(ports|domain)/', 'node_modules'],
        'an adapter knows its own folder',
      ),
    ),
    npmOnlyIn('forge-api', '@forge/api', '^src/adapters/(jira|licensing|privacy)/'),
    npmOnlyIn('forge-kvs', '@forge/kvs', '^src/adapters/store/'),
    npmOnlyIn('forge-events', '@forge/events', '^src/(adapters/queue|entry)/'),
    npmOnlyIn('forge-resolver', '@forge/resolver', '^src/entry/'),
    npmOnlyIn('forge-bridge', '@forge/bridge', '^static/admin/src/api/'),
    {
      name: 'only-compose-knows-adapters',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(adapters/|entry/compose\\.ts)' },
      to: { path: '^src/adapters/' },
    },
    {
      name: 'only-index-imports-entry',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(index\\.ts|entry/)' },
      to: { path: '^src/entry/' },
    },
    { name: 'shared-is-types', severity: 'error', from: { path: '^src/shared/' }, to: {} },
    {
      name: 'contract-is-types',
      severity: 'error',
      from: { path: '^(src|static)/' },
      to: { path: '^src/shared/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-know-only-the-contract',
      severity: 'error',
      from: { path: '^static/' },
      to: { path: '^src/', pathNot: '^src/shared/' },
    },
    {
      name: 'features-stand-alone',
      severity: 'error',
      from: { path: '^static/admin/src/features/([^/]+)/' },
      to: { path: '^static/admin/src/features/', pathNot: '^static/admin/src/features/$1/' },
    },
    { name: 'app-knows-no-test', severity: 'error', from: { path: '^(src|static)/' }, to: { path: '^test/' } },
    { name: 'no-cycles', severity: 'error', from: { path: '^(src|static)/' }, to: { circular: true } },
    {
      name: 'no-cycles-in-tests',
      comment: 'but for types: a table and its reader may know each other’s',
      severity: 'error',
      from: { path: '^test/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-dead-files',
      severity: 'error',
      from: { path: '^src/', orphan: true, pathNot: '^src/index\\.ts$' },
      to: {},
    },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(static/[^/]+/dist|\\.site|test/site-tests/forge/fixture-app)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.css'] },
  },
};
