import fc from 'fast-check';
import {
  expectedRate,
  groupSize,
  nextGroups,
  probePlan,
  settleRound,
  type ProbeAnswer,
  type ProbePlan,
} from '../../src/domain/probe-plan';

/** What Jira knows, and how well it answers. */
interface Oracle {
  readonly worked: ReadonlySet<string>;
  /** People Jira does not know: it rejects any question about them. */
  readonly unknown: ReadonlySet<string>;
  /** People whose work does not show on the work items, e.g. a comment that was deleted. */
  readonly traceless: ReadonlySet<string>;
  readonly limit: number;
  /** The most people recognized in one answer. */
  readonly shown: number;
}

function answerOf(group: readonly string[], oracle: Oracle): ProbeAnswer {
  if (group.some((each) => oracle.unknown.has(each))) return { kind: 'refused' };
  const heard = group.slice(0, oracle.limit);
  const worked = heard.filter((each) => oracle.worked.has(each));
  const acted = worked.filter((each) => !oracle.traceless.has(each)).slice(0, oracle.shown);
  if (group.length > oracle.limit) return { kind: 'limited', limit: oracle.limit, acted };
  return worked.length === 0 ? { kind: 'nobody' } : { kind: 'work', acted };
}

function run(people: readonly string[], prior: number, oracle: Oracle) {
  let plan: ProbePlan = probePlan(people, { prior, asked: 0, acted: 0 });
  let questions = 0;
  const clearedBy = new Set<string>();
  for (let round = 0; nextGroups(plan).length > 0; round += 1) {
    if (round > 1000) throw new Error('it does not end');
    const asked = nextGroups(plan).map((group) => ({ group, answer: answerOf(group, oracle) }));
    questions += asked.length;
    for (const { group, answer } of asked) if (answer.kind === 'nobody') for (const each of group) clearedBy.add(each);
    plan = settleRound(plan, asked);
  }
  return { plan, questions, clearedBy };
}

const people = (count: number) => Array.from({ length: count }, (_, n) => `u-${n}`);
const some = (all: readonly string[], share: number) => new Set(all.filter((_, n) => (n * 7919) % 1000 < share * 1000));

describe('asking about many people at once', () => {
  test('settles everybody, rightly, in exactly one place, whatever Jira makes of the questions', () => {
    const ids = fc.uniqueArray(fc.nat(99), { maxLength: 60 }).map((numbers) => numbers.map((n) => `u-${n}`));
    const setOf = fc.array(fc.nat(99)).map((numbers) => new Set(numbers.map((n) => `u-${n}`)));
    const oracle = fc.record({
      worked: setOf,
      unknown: setOf,
      traceless: setOf,
      limit: fc.oneof(fc.nat(3), fc.constant(Infinity)),
      shown: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(ids, fc.double({ min: 0.001, max: 0.9, noNaN: true }), oracle, (all, prior, jira) => {
        const { plan, clearedBy } = run(all, prior, jira);
        expect([...plan.cleared, ...plan.acted, ...plan.unclear].sort()).toEqual([...all].sort());
        for (const each of plan.cleared) {
          expect(clearedBy.has(each)).toBe(true);
          expect(jira.worked.has(each) || jira.unknown.has(each)).toBe(false);
        }
        for (const each of plan.acted) expect(jira.worked.has(each)).toBe(true);
        if (jira.limit > 0) for (const each of plan.unclear) expect(jira.unknown.has(each)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [15_000, 0.02, 0.15, 0.07],
    [15_000, 0.02, 0.5, 0.07],
    [1000, 0.05, 0.05, 0.22],
    [1000, 0.3, 0.02, 0.9],
  ])('%d people of whom %d worked, %d expected: at most %d questions a person', (count, share, prior, most) => {
    const all = people(count);
    const jira = {
      worked: some(all, share),
      unknown: new Set<string>(),
      traceless: new Set<string>(),
      limit: Infinity,
      shown: 3,
    };
    const { plan, questions } = run(all, prior, jira);
    expect(plan.acted).toHaveLength(jira.worked.size);
    expect(questions / count).toBeLessThanOrEqual(most);
  });

  test('costs little more when nobody can be recognized and groups have to be halved', () => {
    const all = people(15_000);
    const worked = some(all, 0.02);
    const { plan, questions } = run(all, 0.15, {
      worked,
      unknown: new Set(),
      traceless: worked,
      limit: Infinity,
      shown: 3,
    });
    expect(plan.acted).toHaveLength(worked.size);
    expect(questions / all.length).toBeLessThanOrEqual(0.35);
  });

  test('learns how many people Jira looks at, and does not ask for more again', () => {
    const all = people(100);
    const jira = {
      worked: some(all, 0.02),
      unknown: new Set<string>(),
      traceless: new Set<string>(),
      limit: 5,
      shown: 3,
    };
    const { plan } = run(all, 0.02, jira);
    expect(plan.most).toBe(5);
    expect(plan.unclear).toEqual([]);
  });

  test('asks about one expected hit a group, and believes what it finds more and more', () => {
    expect(groupSize(0.02, 40)).toBe(40);
    expect(groupSize(0.1, 40)).toBe(10);
    expect(groupSize(0.9, 40)).toBe(1);
    expect(expectedRate({ prior: 0.5, asked: 0, acted: 0 })).toBe(0.5);
    expect(expectedRate({ prior: 0.5, asked: 4000, acted: 80 })).toBeCloseTo(0.025, 2);
  });
});
