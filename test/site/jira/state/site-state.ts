import type { SimulatedClock } from '../../core/clock';
import type { Switches } from '../../core/switches';
import type { SiteData } from '../data/site-data';
import { Access } from './access';
import { AuditLog } from './audit-log';
import { Directory } from './directory';
import { IssueIndex } from './issue-index';
import { IssueVersions } from './issue-versions';
import { IssueWrites } from './issue-writes';
import { Mails } from './mails';
import { ProjectRoles } from './project-roles';
import { Seats } from './seats';
import { Visibility } from './visibility';
import { WorklogIndex } from './worklog-index';

/** Everything an operation can see of the site. */
export class SiteState {
  readonly directory: Directory;
  readonly seats: Seats;
  readonly access: Access;
  readonly issues: IssueVersions;
  readonly index: IssueIndex;
  readonly worklogs: WorklogIndex;
  readonly audit: AuditLog;
  readonly visibility: Visibility;
  readonly projectRoles: ProjectRoles;
  readonly mails = new Mails();
  readonly issueWrites = new IssueWrites();
  /** Public address of the site, without a slash at the end. */
  readonly baseUrl: string;

  constructor(
    readonly data: SiteData,
    readonly clock: SimulatedClock,
    readonly switches: Switches,
  ) {
    this.directory = new Directory(data, switches);
    this.seats = new Seats(this.directory);
    this.access = new Access(this.directory);
    this.issues = new IssueVersions(data.issues);
    this.index = new IssueIndex(this.issues.table);
    this.worklogs = new WorklogIndex(this.issues.table);
    this.audit = new AuditLog(data.audit);
    this.visibility = new Visibility(this.issues.table, this.access, switches);
    this.projectRoles = new ProjectRoles(this.issues.table.projects, this.directory);
    this.baseUrl = `https://${data.site.name.toLowerCase().replace(/[^a-z0-9-]+/g, '-')}.atlassian.net`;
  }

  now(): number {
    return this.clock.now();
  }

  /** The instant reads of groups and members show: now, or a little earlier by `membershipReadDelay`. */
  membershipsAsOf(): number {
    return this.now() - this.switches.get('membershipReadDelay') * 1000;
  }

  /** The instant searches show: now, or a little earlier by `searchDelay`. */
  searchAsOf(): number {
    return this.now() - this.switches.get('searchDelay') * 1000;
  }
}
