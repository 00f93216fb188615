import { CHAIN_START, type EvidenceFacts } from '../../src/domain/evidence';
import type { EvidenceFilter } from '../../src/ports/stores';
import { START } from '../fakes/world';
import { allPages, PLATFORMS, type Stores } from './platforms';
import { evidence } from './records';

describe.each(PLATFORMS)('looking for evidence %s', (_name, make) => {
  const all: EvidenceFacts[] = Array.from({ length: 240 }, (_, n) => ({
    ...evidence(`entry ${n}`, n % 4 === 0 ? 'RC0000001' : null),
    kind: n % 3 === 0 ? 'profile-saved' : 'reclaim-done',
    at: START + n * 1000,
    by: n % 2 === 0 ? 'u-1' : null,
    subject: n % 5 === 0 ? 'u-2' : 'u-3',
  }));
  let stores: Stores;
  beforeAll(async () => {
    stores = make();
    for (const facts of all) await stores.evidence.append(facts);
  });

  const filters: EvidenceFilter[] = [
    { kind: 'profile-saved' },
    { subject: 'u-2' },
    { by: 'u-1' },
    { candidate: 'RC0000001' },
    { from: START + 100_000 },
    { to: START + 100_000 },
    { from: START + 50_000, to: START + 150_000 },
    { kind: 'reclaim-done', subject: 'u-3', from: START + 50_000 },
    { by: 'u-1', candidate: 'RC0000001', to: START + 200_000 },
    { kind: 'profile-saved', by: 'u-1', subject: 'u-2', candidate: 'RC0000001' },
    { subject: 'nobody' },
  ];
  test.each(filters)('%j finds exactly what fits, newest first, on pages that join', async (filter) => {
    const found = await allPages(async (cursor) => {
      const page = await stores.evidence.list({ ...filter, cursor });
      return { rows: page.entries, cursor: page.cursor };
    });
    const fits = (facts: EvidenceFacts) =>
      facts.at >= (filter.from ?? 0) &&
      facts.at <= (filter.to ?? Infinity) &&
      (['kind', 'subject', 'by', 'candidate'] as const).every(
        (name) => filter[name] === undefined || filter[name] === facts[name],
      );
    expect(found.map(({ text }) => text).reverse()).toEqual(all.filter(fits).map(({ text }) => text));
  });

  test('reads by number, in order, what is there', async () => {
    const numbers = async (first: number, count: number) =>
      (await stores.evidence.read(first, count)).map(({ sequence }) => sequence);
    expect(await numbers(7, 60)).toEqual(Array.from({ length: 60 }, (_, n) => n + 7));
    expect(await numbers(239, 30)).toEqual([239, 240]);
    expect(await numbers(500, 30)).toEqual([]);
  });

  test('knows its head', async () => {
    const [last] = await stores.evidence.read(240, 1);
    expect(await stores.evidence.readHead()).toEqual({ sequence: 240, hash: last?.hash });
  });

  test('begins at the start of the chain', async () => {
    expect(await make().evidence.readHead()).toEqual(CHAIN_START);
  });

  test('pages stay in step while entries are added', async () => {
    stores = make();
    for (const facts of all) await stores.evidence.append(facts);
    const first = await stores.evidence.list({});
    await stores.evidence.append(evidence('later'));
    const second = await stores.evidence.list({ cursor: first.cursor });
    expect(second.entries[0]?.sequence).toBe((first.entries.at(-1)?.sequence ?? 0) - 1);
  });
});
