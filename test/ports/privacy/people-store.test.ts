import { PseudonymousEvidence } from '../../../src/adapters/store/pseudonymous-evidence';
import { isPseudonym, pseudonymsIn } from '../../../src/domain/privacy/pseudonym';
import { evidence } from '../records';
import { onForge, PLATFORMS } from '../platforms';

describe.each(PLATFORMS)('pseudonyms %s', (_name, make) => {
  test('stand for one person each, for as long as the link is there', async () => {
    const { people } = make();
    const first = await people.pseudonymsOf(['u-1', '557058:u.2', 'u-1']);
    expect([...first.keys()]).toEqual(['u-1', '557058:u.2']);
    expect(new Set(first.values()).size).toBe(2);
    expect([...first.values()].every(isPseudonym)).toBe(true);
    expect(await people.pseudonymsOf(['u-1'])).toEqual(new Map([['u-1', first.get('u-1')]]));
    const accounts = await people.accountsOf([...first.values(), 'person-nobody']);
    expect(accounts).toEqual(new Map([...first].map(([account, pseudonym]) => [pseudonym, account])));

    await people.forget([first.get('u-1') ?? 'person-nobody']);
    expect([...(await people.accountsOf([...first.values()])).values()]).toEqual(['557058:u.2']);
    expect(await people.findPseudonym('u-1')).toBeUndefined();
    expect((await people.pseudonymsOf(['u-1'])).get('u-1')).not.toBe(first.get('u-1'));
  });

  test('are the same for two that name the same person at the same moment', async () => {
    const { people } = make();
    const [one, other] = await Promise.all([people.pseudonymsOf(['u-1']), people.pseudonymsOf(['u-1'])]);
    expect(one).toEqual(other);
    expect(await people.pseudonymsOf(['u-1'])).toEqual(one);
  });
});

test('a link that was not written before a crash is written when the person is named again', async () => {
  const { people, kvs } = onForge();
  const [pseudonym = 'person-nobody'] = [...(await people.pseudonymsOf(['u-1'])).values()];
  kvs.handle('/api/v1/delete', JSON.stringify({ key: `pseudonym.${pseudonym}` }));
  expect(await people.accountsOf([pseudonym])).toEqual(new Map());
  await people.pseudonymsOf(['u-1']);
  expect(await people.accountsOf([pseudonym])).toEqual(new Map([[pseudonym, 'u-1']]));
});

test('facts go into the log without account ids, and are found by person all the same', async () => {
  const { evidence: log, people, kvs } = onForge();
  const named = new PseudonymousEvidence(log, people);
  const about = { by: 'account-1', subject: 'account-2', people: ['account-3'] };
  const details = { requestedBy: 'account-3', target: { accountId: 'account-2' }, list: ['account-1', 'g-1'] };
  await named.append({ ...evidence('text'), ...about, details }, 'told.account-1.7');
  await named.append({ ...evidence('text'), ...about, details }, 'told.account-1.7');
  await named.appendTogether([{ ...evidence('other'), by: 'account-3' }], 'together');

  expect(JSON.stringify((kvs.dump('') as { entities: { evidence: object } }).entities.evidence)).not.toContain(
    'account-',
  );
  expect((await named.readHead()).sequence).toBe(2);
  const [entry] = (await named.list({ subject: 'account-2', by: 'account-1' })).entries;
  const accounts = await people.accountsOf(pseudonymsIn(entry));
  expect(new Set(accounts.values())).toEqual(new Set(['account-1', 'account-2', 'account-3']));
  expect(entry?.details).toMatchObject({ list: [entry?.by, 'g-1'], target: { accountId: entry?.subject } });
  expect(await named.list({ subject: 'account-1' })).toEqual({ entries: [] });
  expect(await named.list({ by: 'nobody' })).toEqual({ entries: [] });
});
