/** Jira did not give what was asked for; `status` 0: it could not be reached. */
export class JiraRefusal extends Error {
  constructor(
    readonly status: number,
    what: string,
  ) {
    super(status === 0 ? `Jira could not be reached for ${what}` : `Jira answered ${status} to ${what}`);
    this.name = 'JiraRefusal';
  }
}
