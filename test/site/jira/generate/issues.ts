import { COMMENT, HISTORY, NOT_GIVEN, WORKLOG } from '../data/event-table';
import { IssueTable } from '../data/issue-table';
import { DAY } from '../jql/time-zone';
import { HISTORY_DAYS } from './habits';
import { PROJECTS } from './names';
import type { Person } from './person';
import type { Prng } from '../../core/prng';
import { Workforce } from './workforce';

const HOUR = 3_600_000;

/** Writes all issues straight into columns: objects for a million issues would not fit in reasonable memory. */
export function writeIssues(random: Prng, people: readonly Person[], count: number, now: number): IssueTable {
  return new IssueWriter(random, people, count, now).write();
}

class IssueWriter {
  private readonly table = IssueTable.empty();
  private readonly workforce: Workforce;
  private readonly numbers = new Map<string, number>();
  private readonly projects: readonly string[];
  private readonly ids = { [COMMENT]: 20_000, [HISTORY]: 50_000, [WORKLOG]: 10_000 };
  private latest = 0;

  constructor(
    private readonly random: Prng,
    private readonly people: readonly Person[],
    private readonly count: number,
    private readonly now: number,
  ) {
    this.workforce = new Workforce(random, people, now);
    this.projects = PROJECTS.slice(0, count < 1000 ? 4 : PROJECTS.length);
    for (const { user } of people) this.table.accounts.indexOf(user.accountId);
  }

  write(): IssueTable {
    const last = this.lastContributions();
    for (let index = 0; index < this.count; index += 1) this.issue(index, last.get(index) ?? []);
    return this.table;
  }

  /** When the nth issue was created: evenly over two years, a little denser towards the end. */
  private createdAt(index: number): number {
    const share = Math.sqrt(index / this.count) * 0.6 + (index / this.count) * 0.4;
    return Math.floor(this.now - HISTORY_DAYS * DAY + share * (HISTORY_DAYS * DAY - HOUR));
  }

  /** Makes sure that everybody's last contribution is where their habit says, in some issue of that time. */
  private lastContributions(): Map<number, number[]> {
    const byIssue = new Map<number, number[]>();
    this.people.forEach(({ lastActive }, person) => {
      const newest = lastActive === undefined ? -1 : this.newestBefore(lastActive);
      if (newest < 0) return;
      const issue = newest - this.random.below(Math.min(newest + 1, Math.ceil(this.count / 40)));
      byIssue.set(issue, [...(byIssue.get(issue) ?? []), person]);
    });
    return byIssue;
  }

  private newestBefore(ms: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.createdAt(middle) <= ms) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  private issue(index: number, finishing: readonly number[]): void {
    const { random, table } = this;
    const created = this.createdAt(index);
    const project = this.projects[Math.floor(random.next() ** 1.5 * this.projects.length)] ?? 'WEB';
    const number = (this.numbers.get(project) ?? 0) + 1;
    this.numbers.set(project, number);
    const first = table.events.length;
    const row = table.open(project, number, created, random.chance(0.01) ? -1 : this.workforce.at(created));
    this.latest = created;
    const lasts = finishing.map((person) => ({ person, kind: random.next() }));
    const finish = (from: number, until: number, kind: number): void => {
      for (const last of lasts)
        if (last.kind >= from && last.kind < until)
          this.event(kind, this.people[last.person]?.lastActive ?? created, last.person);
    };
    this.several(COMMENT, created, 0.62, 12);
    finish(0, 0.6, COMMENT);
    this.several(HISTORY, created, 0.65, 15);
    finish(0.6, 0.92, HISTORY);
    this.several(WORKLOG, created, 0.18, 6);
    finish(0.92, 1, WORKLOG);
    table.close(row, first, this.latest, random.chance(0.015), true);
  }

  private several(kind: number, created: number, chance: number, most: number): void {
    const count = this.random.repeats(chance, most);
    let at = created;
    for (let index = 0; index < count; index += 1) {
      at = Math.floor(at + this.random.decaying(4) * DAY);
      if (at > this.now - HOUR) return;
      this.event(kind, at, this.random.chance(0.01) ? -1 : this.workforce.at(at));
    }
  }

  private event(kind: number, at: number, author: number): void {
    const created = Math.floor(at);
    let [updated, editor] = [created, NOT_GIVEN];
    if (kind === COMMENT && this.random.chance(0.1)) [updated, editor] = this.edit(created, author);
    const started = kind === WORKLOG ? created - this.random.below(6) * HOUR : created;
    const id = this.ids[kind as typeof COMMENT];
    this.ids[kind as typeof COMMENT] = id + 1;
    this.table.events.push({ kind, id, author, created, updated, editor, started });
    this.latest = Math.max(this.latest, updated);
  }

  /** A comment is edited a little later, mostly by its author; not after that person's last day. */
  private edit(created: number, author: number): [number, number] {
    const updated = created + Math.floor(this.random.decaying(5) * HOUR);
    const editor = this.random.chance(0.3) ? this.workforce.at(updated) : author;
    const worksThen = editor >= 0 && updated <= (this.people[editor]?.lastActive ?? 0);
    if (!worksThen || updated > this.now - HOUR) return [created, NOT_GIVEN];
    return [updated, editor === author ? NOT_GIVEN : editor];
  }
}
