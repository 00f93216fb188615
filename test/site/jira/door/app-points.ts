/** The points that an app spent in each hour on all its sites together: they share one pool. */
export class AppPoints {
  private readonly spent = new Map<number, number>();

  spentIn(hour: number): number {
    return this.spent.get(hour) ?? 0;
  }

  spend(hour: number, points: number): void {
    this.spent.set(hour, this.spentIn(hour) + points);
  }
}
