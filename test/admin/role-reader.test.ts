import { JiraRefusal } from '../../static/admin/src/api/jira-refusal';
import { RoleReader } from '../../static/admin/src/features/removal-candidates/group-access/role-reader';

/** A site with so many projects; counts what is asked side by side. */
class Site {
  asked: string[] = [];
  underWay = 0;
  mostUnderWay = 0;
  refuses: (path: string) => boolean = () => false;

  constructor(private readonly projects: number) {}

  readonly ask = async (path: string, { signal }: { signal: AbortSignal }): Promise<unknown> => {
    this.asked.push(path);
    this.underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
    await new Promise((go) => setImmediate(go));
    this.underWay -= 1;
    signal.throwIfAborted();
    if (this.refuses(path)) throw new JiraRefusal(403, path);
    if (path.includes('/project/search')) return this.page(Number(/startAt=(\d+)/.exec(path)?.[1]));
    return path.endsWith('/role') ? { Administrators: `${path}/1` } : { name: 'Administrators', actors: [] };
  };

  private page(startAt: number) {
    const all = Array.from({ length: this.projects }, (_, n) => ({ id: String(n), key: `P${n}`, name: `P${n}` }));
    const values = all.slice(startAt, startAt + 100);
    return { values, isLast: startAt + values.length >= this.projects };
  }
}

/** Resolves when the reader rests. */
const rest = (reader: RoleReader) =>
  new Promise<void>((done) => {
    const look = () => (reader.current().isReading ? setImmediate(look) : done());
    look();
  });

it('reads a hundred projects, and goes on only when asked', async () => {
  const site = new Site(230);
  const reader = new RoleReader(site.ask);
  reader.begin();
  reader.begin();
  await rest(reader);
  expect(reader.current()).toMatchObject({ isReading: false, error: null });
  expect(reader.current().projects).toHaveLength(230);
  expect(reader.current().read).toHaveLength(100);
  expect(site.mostUnderWay).toBeLessThanOrEqual(5);
  for (const expected of [200, 230, 230]) {
    reader.goOn();
    await rest(reader);
    expect(reader.current().read).toHaveLength(expected);
  }
  expect(new Set(site.asked).size).toBe(site.asked.length); // nothing twice
});

it('stops when told, keeps what it has, and goes on from there', async () => {
  const site = new Site(60);
  const reader = new RoleReader(site.ask);
  const stop = reader.subscribe(() => {
    if (reader.current().read.length === 20) reader.stop();
  });
  reader.begin();
  await rest(reader);
  stop();
  const kept = reader.current();
  expect(kept.read.length).toBeGreaterThanOrEqual(20);
  expect(kept.read.length).toBeLessThan(60);
  expect(kept).toMatchObject({ error: null, isReading: false });
  expect(kept.read.every(({ isWhole }) => isWhole)).toBe(true); // given up is not the same as refused
  reader.goOn();
  await rest(reader);
  expect(new Set(reader.current().read.map(({ project }) => project.id)).size).toBe(60);
});

it('remembers what was refused, and reads only that again', async () => {
  const site = new Site(10);
  site.refuses = (path) => path.startsWith('/rest/api/3/project/7/');
  const reader = new RoleReader(site.ask);
  reader.begin();
  await rest(reader);
  expect(
    reader
      .current()
      .read.filter(({ isWhole }) => !isWhole)
      .map(({ project }) => project.key),
  ).toEqual(['P7']);
  site.refuses = () => false;
  site.asked = [];
  reader.retry();
  await rest(reader);
  expect(reader.current().read).toHaveLength(10);
  expect(reader.current().read.every(({ isWhole }) => isWhole)).toBe(true);
  expect(site.asked).toEqual(['/rest/api/3/project/7/role', '/rest/api/3/project/7/role/1']);
});

it('says when the projects can’t be listed, and tries again when asked', async () => {
  const site = new Site(3);
  site.refuses = () => true;
  const reader = new RoleReader(site.ask);
  reader.begin();
  await rest(reader);
  expect(reader.current()).toMatchObject({ projects: null, read: [] });
  expect(reader.current().error).toBeInstanceOf(JiraRefusal);
  site.refuses = () => false;
  reader.goOn();
  await rest(reader);
  expect(reader.current()).toMatchObject({ error: null });
  expect(reader.current().read).toHaveLength(3);
});
