import type { SimulatedClock } from '../core/clock';
import type { JiraRequest, JiraResponse, RecordedExchange } from '../core/exchange';
import type { Faults } from '../core/faults';
import type { Meters } from '../core/meters';
import { RecordError, type JiraPart, type ProductEvent } from '../core/parts';
import type { Switches } from '../core/switches';
import type { SiteData } from './data/site-data';
import { AppPoints } from './door/app-points';
import { JiraDoor } from './door/door';
import { PointPool } from './door/point-pool';
import { Router } from './door/router';
import { Traffic } from './door/traffic';
import { changeGroup, changeUser } from './events/change-directory';
import { changeIssue } from './events/change-issue';
import { viewsBetween } from './events/views';
import { wantedEvent } from './events/wanted';
import { allOperations } from './operations';
import { accountOf, signInPeople, siteAdministrators } from './people';
import { SiteState } from './state/site-state';
import { applySnapshot, takeSnapshot } from './state/snapshot';

export interface JiraSiteParts {
  readonly data: SiteData;
  readonly clock: SimulatedClock;
  readonly switches: Switches;
  readonly faults: Faults;
  readonly meters: Meters;
  /** Shared by the sites that have the same app. */
  readonly points?: AppPoints;
  /** What a generated site was made from; the site itself draws no random numbers. */
  readonly seed?: number;
}

/** A stand-in for one Jira Cloud site: its REST API, its people and their work, and the events apps are told. */
export class JiraSite implements JiraPart {
  readonly site: JiraPart['site'];
  private state: SiteState;
  private readonly pool: PointPool;
  private readonly traffics = new Traffic();
  private readonly door: JiraDoor;

  constructor(private readonly parts: JiraSiteParts) {
    const { data, clock, switches, faults, meters, points = new AppPoints() } = parts;
    this.site = data.site;
    this.state = new SiteState(data, clock, switches);
    this.pool = new PointPool(clock, switches, points);
    const tools = { faults, meters, traffic: this.traffics };
    this.door = new JiraDoor(() => this.state, new Router(allOperations()), this.pool, tools);
  }

  handle(request: JiraRequest): Promise<JiraResponse> {
    return this.door.handle(request);
  }

  /** As in the data file: the app's own account and its group do not count. */
  counts(): ReturnType<JiraPart['counts']> {
    const { directory, issues, audit } = this.state;
    return {
      users: directory.users().length - 1,
      groups: directory.groups().length - 1,
      issues: issues.table.issues,
      audit: audit.size,
    };
  }

  people(limit: number): ReturnType<JiraPart['people']> {
    return signInPeople(this.state, limit);
  }
  siteAdministrators(): string[] {
    return siteAdministrators(this.state);
  }
  accountOf(userName: string): string | undefined {
    return accountOf(this.state, userName);
  }

  change(kind: 'issue' | 'user' | 'group', record: unknown): ProductEvent[] {
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      throw new RecordError(`${kind} record must be an object`);
    const input = record as Readonly<Record<string, unknown>>;
    if (kind === 'issue') return changeIssue(this.state, input);
    return kind === 'user' ? changeUser(this.state, input) : changeGroup(this.state, input);
  }
  event(wanted: { eventType: string; by: string; issue?: string }): ProductEvent {
    return wantedEvent(this.state, wanted);
  }
  viewsBetween(afterMs: number, untilMs: number): ProductEvent[] {
    return viewsBetween(this.state, afterMs, untilMs);
  }

  traffic(since: number): RecordedExchange[] {
    return this.traffics.since(since);
  }

  mails(): ReturnType<JiraPart['mails']> {
    return this.state.mails.list();
  }
  clearMails(): void {
    this.state.mails.clear();
  }

  snapshot(): unknown {
    return takeSnapshot(this.state, this.pool.state());
  }
  restore(snapshot: unknown): void {
    const { data, clock, switches } = this.parts;
    this.state = new SiteState(data, clock, switches);
    this.pool.restore(applySnapshot(this.state, snapshot).points);
  }
}
