import { Failure } from '../../src/ports/failures';
import type { PointLedger } from '../../src/ports/point-ledger';
import { nextHour } from '../../src/domain/point-budget';
import type { FakeJira } from './fake-jira';

/** Counts what Jira was asked; `spentUp` makes the budget of this hour used up. */
export class FakeLedger implements PointLedger {
  private taken = { requests: 0, points: 0 };
  spentUp = false;
  /** What invocations may use beyond the budget. */
  allowed = 0;

  constructor(private readonly jira: FakeJira) {}

  open(): Promise<void> {
    const retryAt = nextHour(this.jira.clock.now());
    return this.spentUp
      ? Promise.reject(new Failure('points-spent', 'The hourly budget is used up.', { retryAt }))
      : Promise.resolve();
  }

  allowMore(points: number): void {
    this.allowed += points;
  }

  charge(requests: number, points: number): void {
    this.jira.spent = { requests: this.jira.spent.requests + requests, points: this.jira.spent.points + points };
  }

  take(): { requests: number; points: number } {
    const { requests, points } = this.jira.spent;
    const news = { requests: requests - this.taken.requests, points: points - this.taken.points };
    this.taken = { requests, points };
    return news;
  }

  spentThisHour(): Promise<number> {
    return Promise.resolve(this.jira.spent.points);
  }

  save(): Promise<void> {
    return Promise.resolve();
  }
}
