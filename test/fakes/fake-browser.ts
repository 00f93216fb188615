import type { Ports } from '../../src/ports/ports';
import { claimDownload } from '../../src/usecases/claim-download';
import { handInMembers, type HandedInPage } from '../../src/usecases/hand-in-members';
import { releaseDownload } from '../../src/usecases/release-download';
import type { MemberPlace, SharedReading } from '../../src/usecases/shared-reading';
import { ok } from './company';
import type { World } from './world';

/** An administrator's browser: reads pages of members as Jira answers them to a person, at no point of the app. */
export class FakeBrowser {
  reading: SharedReading | undefined;
  /** What was handed in last. */
  last: readonly HandedInPage[] = [];
  requests = 0;

  constructor(
    private readonly world: World,
    readonly accountId: string,
    private readonly pageSize = 3,
  ) {}

  async claim(profileId: string, ports: Ports = this.world.ports): Promise<SharedReading> {
    this.reading = ok(await claimDownload({ profileId, caller: this.accountId }, ports));
    return this.reading;
  }

  async handIn(pages: readonly HandedInPage[], ports: Ports = this.world.ports): Promise<SharedReading> {
    const { runId = '', token = '' } = this.reading ?? {};
    this.last = pages;
    this.reading = ok(await handInMembers({ runId, token, pages, caller: this.accountId }, ports));
    return this.reading;
  }

  release(ports: Ports = this.world.ports): Promise<boolean> {
    const { runId = '', token = '' } = this.reading ?? {};
    return releaseDownload({ runId, token, caller: this.accountId }, ports);
  }

  /** What Jira answers for the places that the app named last. */
  async read(pause: () => Promise<void> = () => Promise.resolve()): Promise<HandedInPage[]> {
    const pages: HandedInPage[] = [];
    for (const place of this.reading?.places ?? []) pages.push(...(await this.readPlace(place, pause)));
    return pages;
  }

  private async readPlace(place: MemberPlace, pause: () => Promise<void>): Promise<HandedInPage[]> {
    const pages: HandedInPage[] = [];
    let { startAt } = place;
    for (let isLast = false; !isLast && pages.length < place.pages;) {
      await pause();
      const page = this.page(place.groupId, startAt);
      pages.push({ ...page, groupId: place.groupId, attempt: place.attempt, startAt });
      startAt += page.members.length;
      isLast = page.isLast;
    }
    return pages;
  }

  private page(groupId: string, startAt: number): Pick<HandedInPage, 'members' | 'total' | 'isLast'> {
    this.requests += 1;
    this.world.clock.advance(this.world.jira.callMs);
    const all = this.world.jira.membersOf(groupId).filter(({ active }) => active);
    const members = all
      .slice(startAt, startAt + this.pageSize)
      .map(({ accountId, accountType, active }) => ({ accountId, accountType, active }));
    return { members, total: all.length, isLast: startAt + members.length >= all.length };
  }
}
