import type { RecordedExchange } from '../../core/exchange';
import { parseJson } from './wire';

const KEPT = 20_000;
/** Characters of bodies kept in all: a benchmark's answers would fill the memory otherwise. */
const KEPT_CHARACTERS = 96_000_000;

/** Stands for the answer of an old exchange whose body was dropped. */
export const NO_LONGER_KEPT = '(no longer kept)';
const DROPPED = JSON.stringify(NO_LONGER_KEPT);

type Raw = Omit<RecordedExchange, 'n' | 'requestBody' | 'responseBody'> & {
  requestBody: string | undefined;
  responseBody: string;
};

/** The last exchanges, for inspection; older ones are dropped, and of many large ones the oldest bodies. */
export class Traffic {
  private ring: (Raw & { n: number })[] = [];
  private count = 0;
  private characters = 0;
  private oldestWithBody = 0;

  record(exchange: Raw): void {
    this.count += 1;
    this.ring.push({ n: this.count, ...exchange });
    this.characters += exchange.responseBody.length;
    this.forget();
  }

  /** Exchanges with a number above `since`, oldest first, bodies parsed. */
  since(since: number): RecordedExchange[] {
    const wanted = this.ring.slice(-KEPT).filter(({ n }) => n > since);
    return wanted.map(({ requestBody, responseBody, ...rest }) => ({
      ...rest,
      requestBody: parseJson(requestBody, requestBody) ?? null,
      responseBody: parseJson(responseBody, responseBody),
    }));
  }

  private forget(): void {
    while (this.characters > KEPT_CHARACTERS && this.oldestWithBody < this.ring.length - 1) {
      const oldest = this.ring[this.oldestWithBody];
      this.oldestWithBody += 1;
      if (oldest === undefined) continue;
      this.characters -= oldest.responseBody.length;
      oldest.responseBody = DROPPED;
    }
    if (this.ring.length < KEPT * 2) return;
    for (const { responseBody } of this.ring.slice(0, -KEPT))
      if (responseBody !== DROPPED) this.characters -= responseBody.length;
    this.oldestWithBody = Math.max(0, this.oldestWithBody - (this.ring.length - KEPT));
    this.ring = this.ring.slice(-KEPT);
  }
}
