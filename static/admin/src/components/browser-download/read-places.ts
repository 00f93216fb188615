import type { HandedInPage, MemberPlaceView } from '../../../../../src/shared/contract';
import type { MemberPageAnswer } from '../../api/member-pages';

/** Why a browser stops reading; the background goes on. */
export type Hindrance =
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'limited'; readonly seconds: number }
  | { readonly kind: 'unanswered' };

export interface PageDoors {
  readonly readPage: (groupId: string, startAt: number) => Promise<MemberPageAnswer>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly isCanceled: () => boolean;
  /** Counts a request that was sent. */
  readonly count: () => void;
}

/** Requests that are under way at once. */
const WIDTH = 5;
/** Tries of one page that Jira does not answer. */
const TRIES = 3;
const SECOND = 1000;
/** Jira may ask for pauses as long as this in one part; with more, the app would think that this browser is gone. */
const LONGEST_PAUSE = 60 * SECOND;

/** Reads places side by side, the pages of each one after the other. Answers what was read, whatever stopped it. */
export async function readPlaces(
  places: readonly MemberPlaceView[],
  doors: PageDoors,
): Promise<{ readonly pages: HandedInPage[]; readonly hindrance: Hindrance | undefined }> {
  const read: HandedInPage[][] = places.map(() => []);
  const reader = new PageReader(doors);
  let next = 0;
  const work = async () => {
    while (next < places.length && !reader.isStopped()) {
      const index = next;
      next += 1;
      await reader.readPlace(places[index] as MemberPlaceView, read[index] as HandedInPage[]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(WIDTH, places.length) }, work));
  return { pages: read.flat(), hindrance: reader.hindrance };
}

class PageReader {
  hindrance: Hindrance | undefined;
  private paused = 0;
  /** All requests wait for a pause that one of them was asked for. */
  private pause: Promise<void> = Promise.resolve();

  constructor(private readonly doors: PageDoors) {}

  isStopped(): boolean {
    return this.hindrance !== undefined || this.doors.isCanceled();
  }

  async readPlace({ groupId, attempt, startAt: first, pages }: MemberPlaceView, read: HandedInPage[]): Promise<void> {
    let startAt = first;
    for (let count = 0; count < pages && !this.isStopped(); count += 1) {
      const page = await this.readPage(groupId, startAt);
      if (!page) return;
      read.push({ ...page, groupId, attempt, startAt });
      startAt += page.members.length;
      if (page.isLast || page.members.length === 0) return;
    }
  }

  /** Undefined when it can't be had now: the hindrance says why. */
  private async readPage(groupId: string, startAt: number) {
    for (let failures = 0; !this.isStopped();) {
      await this.pause;
      this.doors.count();
      const answer = await this.doors.readPage(groupId, startAt);
      if (answer.kind === 'page') return answer.page;
      if (answer.kind === 'refused') this.hindrance = answer;
      if (answer.kind === 'pause') await this.rest(answer.seconds);
      if (answer.kind === 'failed') {
        failures += 1;
        if (failures >= TRIES) this.hindrance = { kind: 'unanswered' };
        else await this.doors.wait(SECOND * 2 ** failures);
      }
    }
    return undefined;
  }

  private async rest(seconds: number): Promise<void> {
    this.paused += seconds * SECOND;
    if (this.paused > LONGEST_PAUSE) this.hindrance = { kind: 'limited', seconds };
    else this.pause = this.doors.wait(seconds * SECOND);
    await this.pause;
  }
}
