import type { RecordedExchange } from '../../site/core/exchange';
import { checkExchanges } from '../../site/jira/openapi-checker';

/** Atlassian's OpenAPI document, of which the project ships no copy. */
export const DOCUMENT = process.env['JIRA_OPENAPI'];

/** A copy with only a part of the document may lack these; the jira.js client checks their answers with its own schemas. */
const MAYBE_LEFT_OUT =
  /(\/project\/[^/]+\/role(\/\d+)?|\/permissionscheme|POST \/rest\/api\/3\/group)(\?\S*)? → \d+: the document has no such operation$/;

/** Adds a test that everything recorded so far fits Atlassian's document; says so when there is none to check with. */
export function checkAgainstDocument(exchanges: () => readonly RecordedExchange[]): void {
  if (DOCUMENT === undefined) {
    it.skip('fits the OpenAPI document: set JIRA_OPENAPI to a copy of it to check', () => undefined);
    return;
  }
  it("fits Atlassian's OpenAPI document", () => {
    const all = exchanges();
    expect(all.length).toBeGreaterThan(0);
    expect(checkExchanges(DOCUMENT, all).filter((complaint) => !MAYBE_LEFT_OUT.test(complaint))).toEqual([]);
  });
}
