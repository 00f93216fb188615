import type { BrowserDownloadView } from '../../shared/contract';
import { claimDownload } from '../../usecases/claim-download';
import { findBrowserDownload, type BrowserDownload } from '../../usecases/find-browser-download';
import { handInMembers } from '../../usecases/hand-in-members';
import { done } from '../../usecases/outcome';
import { releaseDownload } from '../../usecases/release-download';
import { isoOrNull, runView } from '../views';
import type { Operations } from './operation';

/** A download whose members are read by the administrator's browser. */
export const browserDownloadOperations: Operations<
  'getBrowserDownload' | 'claimDownload' | 'handInMembers' | 'releaseDownload'
> = {
  getBrowserDownload: async ({ profileId }, { accountId }, ports) => {
    const found = await findBrowserDownload(profileId, ports);
    return done(found ? browserDownloadView(found, accountId) : null);
  },
  claimDownload: ({ profileId }, { accountId }, ports) => claimDownload({ profileId, caller: accountId }, ports),
  handInMembers: (input, { accountId }, ports) => handInMembers({ ...input, caller: accountId }, ports),
  releaseDownload: async (input, { accountId }, ports) =>
    done({ released: await releaseDownload({ ...input, caller: accountId }, ports) }),
};

function browserDownloadView({ run, requests, reader }: BrowserDownload, caller: string): BrowserDownloadView {
  return {
    run: runView(run),
    requests,
    reader: reader && {
      accountId: reader.accountId,
      isYou: reader.accountId === caller,
      until: isoOrNull(reader.until) ?? '',
    },
  };
}
