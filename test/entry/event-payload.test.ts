import { join } from 'node:path';
import fc from 'fast-check';
import { readEventPayload } from '../../src/entry/event-payload';
import { ACTOR, AUTHOR, EDITOR, HAPPENED, PAYLOADS, without } from '../fakes/event-payloads';
import { loadManifest } from '../site/forge/manifest/manifest';

const NOW = HAPPENED + 120_000;
const read = (payload: unknown) => readEventPayload(payload, NOW);
const whoDid = (payload: unknown) => {
  const reading = read(payload);
  if (reading.kind !== 'activity') return reading.kind;
  const { accountId, kind, at, ref } = reading.activity;
  expect(at).toBe(HAPPENED);
  return [accountId, kind, ref];
};

test.each([
  ['an issue that was created', PAYLOADS.createdIssue, [ACTOR, 'issue-created', 'CARE-42']],
  ['an issue that was changed', PAYLOADS.updatedIssue, [ACTOR, 'issue-changed', 'CARE-42']],
  ['an issue that was deleted', PAYLOADS.deletedIssue, [ACTOR, 'issue-changed', 'CARE-42']],
  ['a view', PAYLOADS.viewedIssue, [ACTOR, 'issue-viewed', 'CARE-42']],
  ['a comment', PAYLOADS.commented, [ACTOR, 'comment-added', 'CARE-42']],
  ['a comment that was edited', PAYLOADS.commentEdited, [ACTOR, 'comment-edited', 'CARE-42']],
  ['a comment that was deleted', PAYLOADS.deletedComment, [ACTOR, 'issue-changed', 'CARE-42']],
  ['a worklog, which names its author only', PAYLOADS.createdWorklog, [AUTHOR, 'worklog', null]],
  ['a worklog that somebody else changed', PAYLOADS.updatedWorklog, [EDITOR, 'worklog', null]],
  ['a file, which names its author only', PAYLOADS.createdAttachment, [AUTHOR, 'attachment', null]],
  ['a version', PAYLOADS.releasedVersion, [ACTOR, 'version', null]],
])('%s tells who did what', (_what, payload, expected) => {
  expect(whoDid(payload)).toEqual(expected);
});

test.each([
  ['the author of a comment', PAYLOADS.commented, [AUTHOR, 'comment-added', 'CARE-42']],
  ['whoever edited a comment', PAYLOADS.commentEdited, [EDITOR, 'comment-edited', 'CARE-42']],
  ['the viewer', PAYLOADS.viewedIssue, [ACTOR, 'issue-viewed', 'CARE-42']],
  ['nobody for a deleted comment: its author need not be who deleted it', PAYLOADS.deletedComment, 'unread'],
  ['nobody for a change', PAYLOADS.updatedIssue, 'unread'],
  ['nobody for a version', PAYLOADS.releasedVersion, 'unread'],
])('an event without an actor names %s', (_who, payload, expected) => {
  expect(whoDid(without(payload, 'atlassianId'))).toEqual(expected);
});

test('an update of a worklog is never the work of its first author', () => {
  const { worklog } = PAYLOADS.updatedWorklog as { worklog: object };
  expect(whoDid({ ...PAYLOADS.updatedWorklog, worklog: without({ ...worklog }, 'updateAuthor') })).toBe('unread');
});

test('what an app did is nobody’s work, wherever the payload says so', () => {
  const app = { accountId: AUTHOR, accountType: 'app' };
  expect(read({ ...PAYLOADS.createdWorklog, worklog: { author: app } }).kind).toBe('nobody');
  expect(read({ ...PAYLOADS.createdAttachment, attachment: { author: app } }).kind).toBe('nobody');
  expect(read({ ...PAYLOADS.viewedIssue, user: { accountId: ACTOR, accountType: 'app' } }).kind).toBe('nobody');
  expect(read({ ...PAYLOADS.updatedIssue, selfGenerated: true }).kind).toBe('nobody');
  expect(read({ ...PAYLOADS.commented, comment: { author: app } })).toMatchObject({ activity: { accountId: ACTOR } });
});

test('an event without a usable time happened when it arrived', () => {
  for (const payload of [
    without(PAYLOADS.updatedIssue, 'timestamp'),
    { ...PAYLOADS.updatedIssue, timestamp: 'yesterday' },
  ])
    expect(read(payload)).toMatchObject({ activity: { accountId: ACTOR, at: NOW } });
});

test('every event that the manifest asks for is read, and names somebody as it is documented', () => {
  const [trigger] = loadManifest(join(__dirname, '../..')).eventTriggers;
  const unread = trigger?.events.filter((eventType) => read({ eventType, atlassianId: ACTOR }).kind !== 'activity');
  expect(unread).toEqual([]);
});

test('whatever a payload holds, it is somebody’s work, an app’s, or counted as unread', () => {
  const anything = fc.anything();
  const damaged = fc
    .tuple(
      fc.constantFrom(...Object.values(PAYLOADS)),
      fc.dictionary(
        fc.constantFrom('atlassianId', 'timestamp', 'worklog', 'comment', 'attachment', 'user', 'issue'),
        anything,
      ),
    )
    .map(([payload, parts]) => ({ ...payload, ...parts }));
  fc.assert(
    fc.property(fc.oneof(anything, damaged), (payload) => {
      const reading = read(payload);
      if (reading.kind === 'activity') expect(reading.activity.accountId).not.toBe('');
      else if (reading.kind === 'unread') expect(reading.event.at).toBeGreaterThan(0);
      else expect(JSON.stringify(payload)).toMatch(/app|true/);
    }),
  );
});

test('an actor whose id is longer than Jira’s are names nobody', () => {
  expect(whoDid({ ...PAYLOADS.updatedIssue, atlassianId: 'x'.repeat(129) })).toBe('unread');
});
