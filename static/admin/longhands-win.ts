import type { Plugin } from 'vite';

const ATLASKIT = /\/node_modules\/@atlaskit\/.*\.css$/;
/** An atomic rule for one part of the font. */
const PART = /(\._[\w-]{8})(?=\{(?:font-weight|font-size|font-style|font-family|line-height):[^{};]*\})/g;

/**
 * Lets what an Atlaskit component says of a part of its font win over the whole font it also sets. The atomic rules are shared,
 * and each chunk brings its own copies: a rule for the whole font that is loaded later would undo the bold of every label
 * on the page.
 */
export function longhandsWin(): Plugin {
  return {
    name: 'longhands-win',
    enforce: 'pre',
    transform: {
      filter: { id: ATLASKIT, code: 'font' },
      handler: (code) => ({ code: code.replace(PART, '$1$1'), map: null }),
    },
  };
}
