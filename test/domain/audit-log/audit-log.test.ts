import fc from 'fast-check';
import { accessChangeOf, mayGiveAccess } from '../../../src/domain/audit-log/access-change';
import { kindOfEntry } from '../../../src/domain/audit-log/audit-category';
import { accountsNamed, groupsNamed, type AuditEntry } from '../../../src/domain/audit-log/audit-entry';

const user = { id: 'u-1', name: 'u-1', type: 'USER' };
const group = { id: 'g-1', name: 'users', type: 'GROUP' };
const scheme = { id: '1', name: 'Standard', type: 'SCHEME' };
const record = (category: string | null, summary: string, items: AuditEntry['items'] = [user, group]): AuditEntry => ({
  category,
  summary,
  items,
});

test.each([
  ['auditing', 'admin-auditing'],
  ['projects', 'admin-projects'],
  ['Project changes', 'admin-projects'],
  ['PERMISSIONS', 'admin-permissions'],
  [' workflows ', 'admin-workflows'],
  ['notifications', 'admin-notifications'],
  ['fields', 'admin-fields'],
  ['Custom_field-changes', 'admin-fields'],
  ['ADVANCED_ROADMAPS', 'admin-roadmaps'],
  ['user management', 'administration'],
  ['Group Management', 'administration'],
  ['system', 'administration'],
  ['Berechtigungen', 'admin-unclear'],
  ['ワークフロー', 'admin-unclear'],
  ['constructor', 'admin-unclear'],
  ['__proto__', 'admin-unclear'],
  ['', 'admin-unclear'],
  [null, 'admin-unclear'],
])('the audit category %s is %s', (category, kind) => {
  expect(kindOfEntry(record(category, '', [scheme]))).toBe(kind);
});

test.each([
  ['PROJECT', 'admin-projects'],
  ['workflow', 'admin-workflows'],
  ['CUSTOM_FIELD', 'admin-fields'],
  ['SCHEME', 'admin-unclear'],
  ['USER', 'admin-unclear'],
  ['BENUTZER', 'admin-unclear'],
])('of a foreign category an object of type %s is %s', (type, kind) => {
  expect(kindOfEntry(record('Sonstiges', 'Geändert', [{ id: '5', name: 'x', type }]))).toBe(kind);
});

test.each([
  ['group management', 'User added to group', 'joined'],
  ['Gruppenverwaltung', 'USER ADDED TO GROUP', 'joined'],
  ['group management', 'User removed from group', 'left'],
  ['user management', 'User created', 'created'],
  ['user management', 'User’s details updated', 'changed'],
  ['group management', 'Group created', 'none'],
  ['permissions', 'Permission scheme updated', 'none'],
  ['Group Management', 'Added user Ann to the group jira-users', 'unclear'],
  ['group management', 'User was not added to group', 'unclear'],
  ['user management', 'Product access granted', 'unclear'],
  ['Gruppenverwaltung', 'Benutzer zur Gruppe hinzugefügt', 'unclear'],
  ['グループ管理', 'ユーザーがグループに追加されました', 'unclear'],
  ['', '', 'unclear'],
  [null, 'toString', 'unclear'],
])('%s: %s means %s', (category, summary, meaning) => {
  expect(accessChangeOf(record(category, summary))).toBe(meaning);
});

test('capitals, spaces and separators change nothing', () => {
  const known = fc.constantFrom('User added to group', 'User removed from group', 'User created', 'Group deleted');
  const separators = fc.array(fc.constantFrom(' ', '  ', '_', '-', '\u00a0'), { minLength: 3, maxLength: 3 });
  const capitals = fc.array(fc.boolean(), { minLength: 25, maxLength: 25 });
  fc.assert(
    fc.property(known, separators, capitals, (text, between, upper) => {
      const words = text.split(' ').map((word, n) => `${word}${between[n] ?? ''}`);
      const written = Array.from(words.join('')).map((letter, n) =>
        upper[n] ? letter.toUpperCase() : letter.toLowerCase(),
      );
      expect(accessChangeOf(record(null, written.join('')))).toBe(accessChangeOf(record(null, text)));
    }),
  );
});

test('whatever is not understood may give access to everybody it names', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (category, summary) => {
      const foreign = record(`é${category}`, `é${summary}`);
      expect(kindOfEntry(foreign)).toBe('admin-unclear');
      expect(mayGiveAccess(accessChangeOf(foreign))).toBe(true);
      expect(accountsNamed(foreign)).toEqual(['u-1']);
      expect(groupsNamed(foreign)).toEqual([{ id: 'g-1', name: 'users' }]);
    }),
  );
});

test('an item of an unknown type may be a person, one without an id is known by its name', () => {
  const items = [
    { id: 'u-2', name: null, type: 'BENUTZER' },
    { id: null, name: 'u-3', type: 'user' },
    { id: 'u-4', name: 'u-4', type: null },
    { id: null, name: null, type: 'USER' },
    group,
    scheme,
  ];
  expect(accountsNamed(record(null, '', items))).toEqual(['u-2', 'u-3', 'u-4']);
});
