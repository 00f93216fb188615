import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bridgeParts } from './bridge-parts';
import { gatesFolded } from './gates-folded';
import { longhandsWin } from './longhands-win';

const source = (name: string) => fileURLToPath(new URL(`./src/atlaskit/${name}`, import.meta.url));

/** The copy of a package that another package gets, wherever npm has put it. */
function copyOf(name: string, dependent: string): string {
  const require = createRequire(import.meta.url);
  return dirname(createRequire(require.resolve(`${dependent}/package.json`)).resolve(`${name}/package.json`));
}

/** How the names of the modules begin that the pages of a candidate, of previews and of runs are made of. */
const CANDIDATE_PAGES = [
  'candidate-(page|facts|news)',
  're(claim|store)-(one|outcome|page|preview)',
  'run\\.',
  'after-reclaim|back-to|check-again|close-by-hand|impact|nobody-chosen|notice-panel|one-by-one|outcomes',
  'preview-list|results-table|seat-proof|with-group|work-note|use-(previews|run-results|focus|shown-run|group-names)',
];

/** Small modules that several pages take their words from: a file for each would be more frame than content. */
const WORDS =
  'answer-time|candidate-states|clear-filters|day|flag-words|moment|product-address|route-link|run-address|sort-order|use-app-names|when|without-repeats';

export default defineConfig({
  base: './',
  plugins: [gatesFolded(), longhandsWin(), bridgeParts(), react()],
  resolve: {
    alias: [
      // Atlaskit asks Atlassian's own experiment service for feature gates. An app can't reach it: every gate is off
      // anyway, so the client (32 kB compressed, and a warning per gate) stays out of the page.
      { find: /^@atlaskit\/feature-gate-js-client(\/feature-gates)?$/, replacement: source('feature-gates-off') },
      // The product themes the page through the bridge; Atlaskit's own themes (50 kB compressed) are never loaded.
      { find: /^@atlaskit\/app-provider\/theme-provider$/, replacement: source('themed-by-the-product') },
      // Only the bridge's renderer of Atlassian documents needs it, and the page shows none.
      { find: /^iframe-resizer$/, replacement: source('no-frames') },
      // The bridge corrects the name of a language; the rest of its translations is not used.
      { find: /^@forge\/i18n$/, replacement: '@forge/i18n/out/ensureLocale.js' },
      // Only a trail of breadcrumbs too long for its line opens a menu, and ours are one step long.
      { find: /^@atlaskit\/dropdown-menu(?=\/|$).*/, replacement: source('never-shown') },
      // Only lozenges that can be pressed, and links that are drawn by another component, need these; we have none.
      { find: /^@atlaskit\/primitives\/pressable$/, replacement: source('never-shown') },
      { find: /^@atlaskit\/button\/standard-button$/, replacement: source('never-shown') },
      // These write a style element, which the platform's content security policy blocks.
      { find: /^react-scrolllock$/, replacement: source('scroll-lock') },
      { find: /^@atlaskit\/primitives\/box$/, replacement: source('plain-box') },
      { find: /^@atlaskit\/button\/button-group$/, replacement: source('plain-group') },
      // Nothing in the page can be dragged.
      { find: /^(\.\.\/)+pragmatic-drag-and-drop\/disable-dragging-to.*/, replacement: source('no-dragging') },
      // The main entry brings every kind of select.
      { find: /^@atlaskit\/select$/, replacement: '@atlaskit/select/default' },
      // Bigger than the pickers that use a few functions of it.
      { find: /^date-fns$/, replacement: source('plain-dates') },
      // npm installs a copy per dependent; one is enough.
      { find: /^@atlaskit\/motion(?=\/|$)/, replacement: copyOf('@atlaskit/motion', '@atlaskit/modal-dialog') },
    ],
    dedupe: ['@atlaskit/primitives', '@atlaskit/tokens', '@atlaskit/app-provider'],
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          // From a candidate people go on to a preview, from there to its run: in a dozen small files, of what some of these
          // pages share, they compress worse. The list comes without them, for it is what somebody waits for.
          groups: [
            { name: 'candidate', test: new RegExp(`removal-candidates.(${CANDIDATE_PAGES.join('|')})`) },
            // Whoever sets up goes from one of these to the next; together they compress better than in a dozen files.
            { name: 'setup', test: /features.(access|exclusions|software-models|rules|jobs|evidence)./ },
            { name: 'words', test: new RegExp(`components.(${WORDS})\\.tsx?$`) },
          ],
        },
      },
    },
  },
});
