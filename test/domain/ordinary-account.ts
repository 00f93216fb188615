import type { AccountNow } from '../../src/domain/safety-gate';

/** The account of an active person, of whom nothing speaks against a removal. */
export const ORDINARY: AccountNow = {
  active: true,
  accountType: 'atlassian',
  guest: false,
  serviceAccount: false,
  soundsLikeProgram: false,
  timeZone: null,
};
