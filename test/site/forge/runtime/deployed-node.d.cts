/** The major version of the manifest's runtime. */
export const MAJOR: string;
/** Platform and processor → npm's package of Node.js for it. */
export const PACKAGES: Readonly<Record<string, string>>;
/** The path of a Node.js binary of the deployed version. Throws an Error that says what to install when there is none. */
export function deployedNode(): string;
