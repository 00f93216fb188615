// What searching for activity costs when most people are known to be active: `seats` people, of whom 70 % logged work; of the
// silent rest 2 % commented. `issues` work items were updated in the window.
// Arguments: seats:issues …. Jira is an oracle in memory here, with 5 work items an answer; the planner, the tables and the
// questions are the real ones. The largest is 50,000 seats and 100,000 updated work items.
import { DAY } from '../../src/domain/instant';
import type { ActivityFact } from '../../src/domain/activity';
import { mayHold } from '../../src/domain/probe-window';
import type { ActivitySource } from '../../src/ports/activity-source';
import { newRun } from '../../src/domain/job-run';
import { Burst } from '../../src/usecases/burst';
import { collectActivity } from '../../src/usecases/collect-activity';
import { seatAll } from '../fakes/searched';
import { START, World } from '../fakes/world';
import { accountId } from './bench-site';

const SILENT_SHARE = 0.3;
const WORKING_SHARE = 0.02;
const MOST_REQUESTS = 0.35;

/** Answers from what it knows; counts requests and points by the published rules. */
function oracle(seats: number, issues: number) {
  const spent = { requests: 0, points: 0, probes: 0 };
  const charge = (objects: number) => {
    spent.requests += 1;
    spent.points += 1 + objects;
  };
  const isSilent = (n: number) => n % 100 < SILENT_SHARE * 100;
  const people = Array.from({ length: seats }, (_, n) => accountId(n));
  const silent = people.filter((_, n) => isSilent(n));
  const work = new Map(
    silent
      .filter((_, n) => n % Math.round(1 / WORKING_SHARE) === 7)
      .map((who, n): [string, ActivityFact] => [
        who,
        { accountId: who, kind: 'comment-added', at: START - ((n % 50) + 1) * DAY },
      ]),
  );
  const worklogs = people
    .filter((_, n) => !isSilent(n))
    .map((who, n): ActivityFact => ({ accountId: who, kind: 'worklog', at: START - ((n % 50) + 1) * DAY }));
  const source: ActivitySource = {
    countIssues: () => (charge(0), Promise.resolve(issues)),
    readWorklogs: () => {
      charge(worklogs.length);
      charge(worklogs.length);
      return Promise.resolve({ facts: worklogs, worklogs: worklogs.length, unread: 0, nextSince: null, lostAt: null });
    },
    readAudit: () => (
      charge(0),
      Promise.resolve({ records: 0, facts: [], assignments: [], unread: 0, notUnderstood: [], full: false })
    ),
    findTouched: (questions, atMost) => {
      const found = questions
        .flatMap((question) => {
          const fact = work.get(question.accountId);
          return fact && mayHold(question, fact.at) ? [fact] : [];
        })
        .sort((a, b) => b.at - a.at);
      const shown = found.slice(0, atMost);
      charge(shown.length);
      spent.probes += 1;
      return Promise.resolve({
        kind: 'found',
        // Somebody else changed every third work item later: then the moment has to be looked for.
        issues: shown.map((fact, n) => ({
          issueKey: `K-${fact.at}`,
          updatedAt: fact.at + (n % 3 === 0 ? DAY : 0),
          facts: [fact],
          missing: { comments: 0, changes: 0 },
        })),
        isAll: found.length <= atMost,
        limit: null,
        isDoubtful: false,
      });
    },
    sampleIssues: () => (charge(0), Promise.resolve([])),
    readIssues: () => Promise.reject(new Error('the crawl was chosen')),
    readComments: () => Promise.reject(new Error('not asked')),
    readChanges: () => Promise.reject(new Error('not asked')),
    probe: () => Promise.reject(new Error('not asked')),
    readWorkOf: () => Promise.reject(new Error('not asked')),
  };
  return { source, spent, people, silent: silent.length, working: work.size };
}

async function bench(seats: number, issues: number) {
  const { source, spent, people, silent, working } = oracle(seats, issues);
  const ports = { ...new World().ports, activitySource: source };
  const profileId = await seatAll(people, START - 60 * DAY, ports);
  const run = newRun(
    {
      id: 'run-1.activity',
      number: 'JOB1',
      profileId,
      kind: 'activity',
      name: 'bench',
      cursor: null,
      requestedBy: null,
    },
    START,
  );
  await ports.runs.create(run);
  const burst = new Burst(run, ports, Infinity);
  await collectActivity(burst, ports);
  const { plan } = burst.run;
  return {
    seats,
    'updated work items': issues,
    silent,
    'of them active': working,
    plan: plan?.kind,
    estimated: plan?.estimatedPoints,
    'search requests': spent.probes,
    'requests per silent person': Math.round((spent.probes / silent) * 1000) / 1000,
    points: spent.points,
    'heap (MB)': Math.round(process.memoryUsage().heapUsed / 1024 / 1024),
  };
}

async function main(): Promise<void> {
  const rows = [];
  for (const size of process.argv.slice(2)) {
    const [seats = 5000, issues = 10_000] = size.split(':').map(Number);
    rows.push(await bench(seats, issues));
  }
  console.table(rows);
  if (rows.some((row) => row['requests per silent person'] > MOST_REQUESTS))
    throw new Error(`More than ${MOST_REQUESTS} requests for a silent person.`);
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
