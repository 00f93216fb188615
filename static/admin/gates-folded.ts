import type { Plugin } from 'vite';

const ATLASKIT = /\/node_modules\/@atlaskit\//;
const GATE = /\bfg\((['"])[\w.-]+\1\)/g;

/**
 * Writes into Atlaskit's code what its feature gates answer here, `false`, so that the bundler leaves out everything that is
 * only for the other answer.
 */
export function gatesFolded(): Plugin {
  return {
    name: 'gates-folded',
    enforce: 'pre',
    transform: {
      filter: { id: ATLASKIT, code: 'fg(' },
      handler: (code) => ({ code: code.replace(GATE, 'false'), map: null }),
    },
  };
}
