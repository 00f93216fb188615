import type { AccountOwner } from '../../src/domain/programs/account-owner';
import { PLATFORMS } from './platforms';

const owner = (accountId: string, kind: AccountOwner['kind'], at: number): AccountOwner => {
  return { accountId, kind, at, by: 'u-admin' };
};

describe.each(PLATFORMS)('whose accounts administrators confirmed %s', (_name, make) => {
  test('is nothing at first', async () => {
    expect(await make().accountOwners.list()).toEqual([]);
  });

  test('is remembered by account, and the last answer counts', async () => {
    const { accountOwners } = make();
    await accountOwners.save(owner('u-1', 'program', 1));
    await accountOwners.save(owner('__proto__', 'person', 2));
    await accountOwners.save(owner('u-1', 'person', 3));
    expect(await accountOwners.list()).toEqual([owner('__proto__', 'person', 2), owner('u-1', 'person', 3)]);
  });
});
