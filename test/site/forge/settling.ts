import type { SimulatedClock } from '../core/clock';
import type { Switches } from '../core/switches';
import type { DoorAnswer } from './proxy/door';

/** A fresh installation is granted its permissions and its storage little by little, and its events may come before that. */
export class Settling {
  private until = -Infinity;

  constructor(
    private readonly clock: SimulatedClock,
    private readonly switches: Switches,
  ) {}

  begin(): void {
    this.until = this.clock.now() + this.switches.get('installationSettles') * 1_000;
  }

  /** The refusal of a call that came too early. */
  refused(door: 'jira' | 'kvs'): DoorAnswer | undefined {
    if (this.clock.now() >= this.until) return undefined;
    const message = 'The app was installed a moment ago.';
    return door === 'jira'
      ? { status: 401, body: { message } }
      : { status: 404, body: { code: 'SCHEMA_NOT_FOUND', message } };
  }
}
