import type { JiraRequest, JiraResponse } from '../../site/core/exchange';
import { principalName } from '../../site/core/exchange';
import type { JiraPart, ProductEvent } from '../../site/core/parts';

export const ADMIN = 'acc-admin';
export const PERSON = 'acc-person';

/** Just enough of Jira to see how the Forge host calls it: every request is answered with what it was. */
export class FakeJira implements JiraPart {
  readonly site;
  readonly requests: JiraRequest[] = [];
  views: ProductEvent[] = [];
  /** What the next request is answered with, instead of its description. */
  next: JiraResponse | undefined;

  constructor(cloudId = 'cloud-1') {
    this.site = { cloudId, name: 'Fixture', timeZone: 'UTC', plan: 'standard' };
  }

  handle(request: JiraRequest): Promise<JiraResponse> {
    this.requests.push(request);
    const answer = this.next;
    this.next = undefined;
    const { url, scopes, impersonationScopes } = request;
    const body = JSON.stringify({ principal: principalName(request.principal), url, scopes, impersonationScopes });
    return Promise.resolve(answer ?? { status: 200, headers: { 'content-type': 'application/json' }, body });
  }

  counts() {
    return { users: 2, groups: 0, issues: 0, audit: 0 };
  }
  people() {
    return [
      { accountId: ADMIN, displayName: 'Ada', email: 'ada@example.com', access: 'site-admin' as const },
      { accountId: PERSON, displayName: 'Per', email: null, access: 'user' as const },
    ];
  }
  siteAdministrators() {
    return [ADMIN];
  }
  accountOf(userName: string) {
    return [ADMIN, PERSON].find((id) => id === userName);
  }
  change(): ProductEvent[] {
    return [];
  }
  event({ eventType, by }: { eventType: string; by: string }): ProductEvent {
    return { eventType, at: 0, payload: { eventType, atlassianId: by }, selfGenerated: by === 'app' };
  }
  viewsBetween(afterMs: number, untilMs: number) {
    return this.views.filter(({ at }) => at > afterMs && at <= untilMs);
  }
  traffic() {
    return [];
  }
  mails() {
    return [];
  }
  clearMails() {}
  snapshot() {
    return {};
  }
  restore() {}
}
