/* eslint @typescript-eslint/no-unsafe-member-access: "off" -- answers have every shape, and the assertions check it */
import { parseDataFile } from '../../site/jira';
import { siteOf } from './fixture';
import { SMALL_SITE, withLine } from './small-site';

describe('the audit log', () => {
  const ids = (reply: { body: { records: { id: number }[] } }) => reply.body.records.map(({ id }) => id);

  it('needs an offset in from and to, and always counts the whole site', async () => {
    const { call, switches } = siteOf();
    const read = (query: string) => call('GET', `auditing/record?${query}`);
    expect(ids(await read('from=2026-03-02T00:00:00.000%2B0000'))).toEqual([2]);
    expect(ids(await read('to=2026-03-02T00:00:00Z'))).toEqual([1]);
    expect(ids(await read('from=2026-03-01T08:00:00Z&to=2026-03-02T08:00:00Z'))).toEqual([2, 1]);
    const zoneless = await read('from=2026-03-02T00:00:00');
    expect([zoneless.status, zoneless.body.records, zoneless.body.total]).toEqual([200, [], 2]);
    switches.set('auditZonelessIsEmpty', false);
    expect(ids(await read('from=2026-03-02T00:00:00'))).toEqual([2]);
    expect((await read('from=2026-03-02T00:00:00Z')).body.total).toBe(2);
    expect((await read('from=soonZ')).status).toBe(400);
  });

  it('comes in the order and slices of the site', async () => {
    const { call, switches } = siteOf();
    const read = (query = '') => call('GET', `auditing/record?${query}`);
    expect(ids(await read())).toEqual([2, 1]);
    expect(ids(await read('offset=1&limit=1'))).toEqual([1]);
    expect((await read('limit=5000')).body.limit).toBe(1000);
    switches.set('auditOrder', 'oldest-first');
    expect(ids(await read())).toEqual([1, 2]);
  });

  it('filters what was done to what, never by whom', async () => {
    const { call } = siteOf();
    const read = async (filter: string) => ids(await call('GET', `auditing/record?filter=${filter}`));
    expect(await read('workflow')).toEqual([1]);
    expect(await read('group%20sue')).toEqual([2]);
    expect(await read('group%20workflow')).toEqual([]);
    expect(await read('joe')).toEqual([]);
  });

  it('is for sites that pay', async () => {
    const line = JSON.parse(SMALL_SITE.split('\n')[0] ?? '{}') as object;
    const { call } = siteOf(parseDataFile(withLine(0, { ...line, plan: 'free' })));
    expect((await call('GET', 'auditing/record')).status).toBe(403);
    expect((await call('GET', 'instance/license')).body.applications[0].plan).toBe('FREE');
  });
});
