import type { Plugin } from 'vite';

const BRIDGE = /\/node_modules\/@forge\/bridge\/out\/index\.js$/;
/** What the page uses of the bridge, and where it is. Whatever it uses newly has to be added here. */
const PARTS = `
export { requestJira } from './fetch/index.js';
export { showFlag } from './flag/flag.js';
export { invoke } from './invoke/invoke.js';
export { router } from './router/router.js';
export { view } from './view/view.js';
`;

/** Leaves out of the bridge what the page does not use: it is one file of CommonJS, so the bundler would keep all of it. */
export function bridgeParts(): Plugin {
  return {
    name: 'bridge-parts',
    load: { filter: { id: BRIDGE }, handler: () => ({ code: PARTS, moduleType: 'js' }) },
  };
}
