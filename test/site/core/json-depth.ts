/** What Jackson, which reads bodies for Jira, takes unless it is told otherwise (`StreamReadConstraints`). */
const DEEPEST = 1000;

/** A body that is nested deeper than the platform reads. */
export class TooDeep extends Error {
  constructor() {
    super(`body: nested deeper than ${DEEPEST} levels`);
  }
}

/** JSON of bounded depth. Throws SyntaxError or TooDeep. What works on values calls itself, so the depth is counted in the text. */
export function parseBoundedJson(text: string): unknown {
  if (depthOf(text) > DEEPEST) throw new TooDeep();
  return JSON.parse(text) as unknown;
}

function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (mark === '[' || mark === '{') deepest = Math.max(deepest, (depth += 1));
    else if (mark === ']' || mark === '}') depth -= 1;
  }
  return deepest;
}
