import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { RecordError } from '../../site/core/parts';
import { APP_ACCOUNT_ID, defaultNow, loadDataFile, parseDataFile, serializeSite } from '../../site/jira';
import { SMALL_SITE, withLine } from './small-site';

const folder = mkdtempSync(join(tmpdir(), 'site-'));

describe('the data file', () => {
  it('is read plain and zipped, and written back the same', () => {
    const [plain, zipped] = [join(folder, 'a.ndjson'), join(folder, 'a.ndjson.gz')];
    writeFileSync(plain, SMALL_SITE);
    writeFileSync(zipped, gzipSync(SMALL_SITE));
    const text = serializeSite(loadDataFile(plain));
    expect(serializeSite(loadDataFile(zipped))).toBe(text);
    expect(serializeSite(parseDataFile(text))).toBe(text);
    expect(text.trim().split('\n')).toHaveLength(SMALL_SITE.split('\n').length);
  });

  it('starts the site at its newest event', () => {
    expect(new Date(defaultNow(parseDataFile(SMALL_SITE))).toISOString()).toBe('2026-03-31T12:00:00.000Z');
  });

  it('takes times with any offset, and ids that are numbers or words', () => {
    const line = {
      kind: 'issue',
      key: 'C-1',
      project: 'C',
      created: '2026-01-01T01:00:00+01:00',
      creator: 'sue',
      comments: [{ id: 'first', author: null, created: '2026-01-01T02:00:00+02:00', updated: '2026-01-01T00:00:00Z' }],
      histories: [{ id: 77, author: 'tim', created: '2026-01-02T00:00:00Z' }],
      worklogs: [],
    };
    const written = serializeSite(parseDataFile(withLine('end', line)));
    expect(written).toContain('{"kind":"issue","key":"C-1","project":"C","created":"2026-01-01T00:00:00.000Z"');
    expect(written).toContain('{"id":"first","author":null,"created":"2026-01-01T00:00:00.000Z"');
    expect(written).toContain('{"id":"77","author":"tim"');
  });

  const user = {
    kind: 'user',
    accountId: 'x',
    displayName: 'X',
    email: null,
    accountType: 'atlassian',
    active: true,
    created: '2026-01-01T00:00:00Z',
    groups: [],
  };
  const group = { kind: 'group', id: 'g', name: 'g', managed: 'local', access: 'none' };
  const issue = {
    kind: 'issue',
    key: 'A-9',
    project: 'A',
    created: '2026-01-01T00:00:00Z',
    creator: null,
    comments: [],
    histories: [],
    worklogs: [],
  };
  const comment = { id: '1', author: null, created: '2026-01-01T00:00:00Z', updated: '2026-01-01T00:00:00Z' };
  it.each<[string, object | string, RegExp]>([
    ['no JSON', '{"kind":', /^line 28: not JSON$/],
    ['no object', '[1]', /^line 28: a record must be an object$/],
    ['an unknown kind', { kind: 'board' }, /^line 28: field kind: "board" is not one of/],
    ['no kind', { key: 'A-1' }, /^line 28: field kind: missing/],
    ['an unknown field', { ...user, phone: '1' }, /^line 28: user field phone: unknown field$/],
    [
      'an unknown inner field',
      { ...issue, comments: [{ ...comment, id: '9', text: 'hi' }] },
      /field comments\[0\]\.text: unknown field/,
    ],
    ['a missing field', { ...user, active: undefined }, /^line 28: user field active: /],
    ['a wrong type', { ...user, active: 'yes' }, /^line 28: user field active: .*boolean/],
    ['a wrong word', { ...group, managed: 'robot' }, /^line 28: group field managed: /],
    [
      'a time without offset',
      { ...user, created: '2026-01-01T00:00:00' },
      /user field created: must be an ISO 8601 time with offset/,
    ],
    [
      'the app’s own account',
      { ...user, accountId: APP_ACCOUNT_ID },
      /^line 28: user field accountId: .* the site adds/,
    ],
    ['the app’s group', { ...group, name: 'atlassian-addons-admin' }, /^line 28: group field name: .* the site adds/],
    ['an account twice', { ...user, accountId: 'sue' }, /^line 28: field accountId: sue is used twice$/],
    ['an issue twice', { ...issue, key: 'A-1' }, /^line 28: field key: A-1 is used twice$/],
    ['a comment twice', { ...issue, comments: [comment] }, /^line 28: issue field comments\[0\]\.id: 1 is used twice$/],
    [
      'a second site',
      { kind: 'site', cloudId: 'c', name: 'n', timeZone: 'Etc/UTC', plan: 'free' },
      /^line 28: field kind: site is used twice$/,
    ],
    [
      'an unknown time zone',
      { kind: 'site', cloudId: 'c', name: 'n', timeZone: 'Mars', plan: 'free' },
      /site field timeZone: must be an IANA time zone/,
    ],
    ['an unknown group', { ...user, groups: ['void'] }, /^line 28: user field groups: there is no group void$/],
    [
      'an unknown author',
      { ...issue, histories: [{ id: '99', author: 'void', created: '2026-01-01T00:00:00Z' }] },
      /field histories\[0\]\.author: there is no user void/,
    ],
    [
      'an unknown editor',
      { ...issue, comments: [{ ...comment, id: '98', updateAuthor: 'void' }] },
      /field comments\[0\]\.updateAuthor: there is no user void/,
    ],
    ['an unknown creator', { ...issue, creator: 'void' }, /^line 28: issue field creator: there is no user void$/],
    ['a key of another project', { ...issue, key: 'Z-9' }, /^line 28: issue field key: Z-9 is not in project A$/],
    [
      'a view of nothing',
      { kind: 'view', issue: 'Z-9', by: 'sue', at: '2026-01-01T00:00:00Z' },
      /view field issue: there is no issue Z-9/,
    ],
    [
      'an audit record of nobody',
      { kind: 'audit', id: 'a', created: '2026-01-01T00:00:00Z', author: 'void', category: 'c', summary: 's' },
      /audit field author: there is no user void/,
    ],
  ])('refuses %s', (_what, line, message) => {
    const read = () => parseDataFile(withLine('end', line));
    expect(read).toThrow(RecordError);
    expect(read).toThrow(message);
  });

  it('refuses a file that is not there, and one without a site', () => {
    expect(() => loadDataFile(join(folder, 'none'))).toThrow(RecordError);
    expect(() => parseDataFile('')).toThrow('no record of kind site');
  });
});
