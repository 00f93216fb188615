import fc from 'fast-check';
import { omit } from 'lodash';
import { KvsRetentionStore } from '../../../src/adapters/store/retention-store';
import { KvsSiteCheckStore } from '../../../src/adapters/store/site-check-store';
import { PseudonymousEvidence } from '../../../src/adapters/store/pseudonymous-evidence';
import { withAnswer, withBegun } from '../../../src/domain/site-check/answers';
import { unreadMember } from '../../../src/domain/unread-member';
import { newRun } from '../../../src/domain/job-run';
import { utcDay } from '../../../src/domain/instant';
import { exclusionId } from '../../../src/domain/exclusion-rule';
import type { Ports } from '../../../src/ports/ports';
import { START, World } from '../../fakes/world';
import { onForge } from '../platforms';
import { candidateOf, exclusionOf, holderOf, lineOf, modelOf, noticeOf, profileOf, ruleOf } from './samples';

/** A world with the real stores in place of those in memory. */
export function withRealStores(world = new World()) {
  const { kvs, ...all } = onForge();
  const stores = omit(all, 'clock', 'switches', 'lag', 'catchUp');
  const evidence = new PseudonymousEvidence(stores.evidence, stores.people);
  const others = { evidence, siteChecks: new KvsSiteCheckStore(), retention: new KvsRetentionStore() };
  const ports: Ports = Object.assign(world.ports, stores, others);
  return { world, ports, kvs };
}

interface About {
  /** Whom the record is about. */
  readonly who: string;
  /** Who wrote it. */
  readonly by: string;
  /** Tells one record from another. */
  readonly n: number;
}

const P = 'p-1';
const at = START;
const list = { id: 'list', groups: [{ id: 'g-1', name: 'Group' }] };
const words = ({ who, by }: About) => `${by} wrote that ${who} [~accountid:${who}] is on leave`;

/** Everything that stores account ids, each through its own store. A new kind of record is one more line here. */
export const WRITERS: Readonly<Record<string, (about: About, ports: Ports) => Promise<unknown>>> = {
  holders: ({ who, n }, { subscriptions }) => subscriptions.writeBucket(list, n, [holderOf(who)]),
  'packed list': ({ who, n }, { seatLists }) =>
    seatLists.write('list', n, [
      {
        accountId: who,
        role: 0,
        groups: [0],
        guest: false,
        serviceAccount: false,
        firstSeen: at,
        heldBefore: false,
        activity: { kind: 'unknown', because: '' },
        usage: 'unknown',
        span: 'Unknown',
        candidate: null,
      },
    ]),
  'pages of members': ({ who, by }, { subscriptions }) =>
    subscriptions.stage('list', [
      { groupId: 'g-1', attempt: 1, accountIds: [who], others: [unreadMember(by, 0), unreadMember(null, 1)] },
    ]),
  activity: ({ who, n }, { activity }) =>
    activity.writeBucket(64, n, [{ accountId: who, assignedAt: at, lastByKind: {} }]),
  'what was left unread': ({ who, n }, { activity }) =>
    activity.writeUnread(64, n, [{ accountId: who, until: at, isUnclear: false }]),
  'what was found between runs': ({ who, n }, { activity }) =>
    activity.addFound(`found-${n}`, [{ accountId: who, facts: [], access: [], unreadUntil: at }]),
  'accounts to report': ({ who, n }, { knownPeople }) =>
    knownPeople.write(n, [{ accountId: who, readAt: at, foundAt: at, reportedAt: 0 }]),
  'reading lease': ({ who, n }, { leases }) =>
    leases.hold({ runId: `run-${n}`, token: 't', accountId: who, until: at }),
  'request to stop': ({ by, n }, { runs }) => runs.requestCancel(`run-${n}`, { at, by }),
  'begun change': (about, { begunChanges }) =>
    begunChanges.begin({
      what: 'closing',
      candidate: `RC${about.n}`,
      at,
      text: words(about),
      details: { accountId: about.who, by: about.by },
    } as never),
  'numbers found right': ({ by }, { positions }) =>
    positions.saveAcknowledgement(P, { evaluatedAt: at, active: 1, candidates: 1, at, by }),
  promise: ({ who, by, n }, { promises }) =>
    promises.save({
      accountId: who,
      roleKey: `role-${n}`,
      kept: null,
      back: null,
      seenAt: at,
      question: { candidate: 'RC0000001', notice: noticeOf(by) },
    }),
  'lines of candidates': ({ who, n }, { candidates }) => candidates.writeBucket(P, 64, n, [lineOf(who, n)]),
  exclusion: async ({ who, by, n }, { exclusions }) => {
    const target =
      n % 2 ? ({ kind: 'user', accountId: who } as const) : ({ kind: 'identifier', roleKey: `r${n}` } as const);
    const id = exclusionId(target);
    const known = (await exclusions.list()).find((each) => each.id === id);
    await exclusions.save({ ...exclusionOf(by), id, target, revision: known?.revision ?? 0 });
  },
  'whose account it is': ({ who, by }, { accountOwners }) =>
    accountOwners.save({ accountId: who, kind: 'person', at, by }),
  'known apps': ({ who }, { activitySettings }) => activitySettings.addApps([who]),
  profile: ({ who, n }, { profiles }) => profiles.create(profileOf(who, n)).catch(() => undefined),
  rule: async (about, { rules }) => {
    const id = `rule-${about.n}`;
    const { revision } = (await rules.list(P)).find((each) => each.id === id) ?? { revision: 0 };
    const own = { protectedAccountIds: [about.who], changedBy: about.by, name: words(about) };
    await rules.save({ ...ruleOf(about.by), ...own, id, revision });
  },
  'checks of the site': ({ by }, { siteChecks }) =>
    siteChecks.update((site) =>
      withBegun(withAnswer(site, 'job-memory', { outcome: 'enough', facts: {}, at, by } as never), {
        kind: 'job-memory',
        check: 'job-memory',
        at,
        by,
        seats: 1,
        rounds: 1,
        attempts: 1,
        peakMb: 1,
      }),
    ),
  'software model': async ({ by, n }, { models }) => {
    const { revision } = (await models.list()).find(({ id }) => id === `m-${n}`) ?? { revision: 0 };
    await models.save({ ...modelOf(by), id: `m-${n}`, revision });
  },
  pause: ({ by, n }, { pauses }) => pauses.add({ jobId: `p-${n}.download`, pausedBy: by, pausedAt: at }),
  'return to a group': ({ who, n }, { settings }) =>
    settings.addReturn(`g-${n}`, { accountId: who, candidate: 'RC1', at }),
  'request for a second person': async (about, { reclaimRequests }) => {
    const { revision } = await reclaimRequests.find(P);
    const decision = { kind: 'declined', at, by: about.by, note: words(about) } as const;
    const request = { id: `q-${about.n}`, profileId: P, by: about.who, at, numbers: [], decision };
    await reclaimRequests.replace(P, { revision, requests: [request] });
  },
  candidate: (about, { candidates }) => candidates.createAll([candidateOf(about, words(about))]),
  run: ({ who, by, n }, { runs }) =>
    runs.create({
      ...newRun(
        {
          id: `run-${n}`,
          number: `JOB${n}`,
          profileId: P,
          kind: 'activity',
          name: 'n',
          requestedBy: by,
          cursor: {
            witnesses: [[who, at]],
            probe: { found: { people: [{ accountId: who, assignedAt: null, lastByKind: {} }], unread: [[who, null]] } },
          },
        },
        START,
      ),
      status: 'Complete',
      closed: true,
    }),
  'a name that names somebody': (about, { evidence }) =>
    evidence.append({
      kind: 'profile-saved',
      at,
      by: about.by,
      subject: null,
      candidate: null,
      text: `The profile for ${about.who} was saved.`,
      details: { displayName: `For ${about.who}` },
    }),
  'day stamp': ({ who }, { stamps }) =>
    stamps.put({ day: utcDay(at), kind: 'issue-viewed', accountId: who, at, ref: null }),
  evidence: (about, { evidence }) =>
    evidence.append(
      {
        kind: 'rule-saved',
        at,
        by: about.by,
        subject: about.who,
        candidate: null,
        text: `“${words(about)}” was saved.`,
        details: { name: words(about), accountId: about.who },
      },
      `told.${about.who}.${about.n}`,
    ),
};

/** Any records of any of these people, in any order. */
export const sequence = (people: readonly string[], most: number) =>
  fc.array(
    fc.record({
      writer: fc.constantFrom(...Object.keys(WRITERS)),
      who: fc.constantFrom(...people),
      by: fc.constantFrom(...people),
      n: fc.nat(5),
    }),
    { minLength: 1, maxLength: most },
  );
