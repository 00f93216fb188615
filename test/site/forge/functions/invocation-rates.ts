interface Rate {
  readonly of: 'user' | 'installation';
  readonly windowMs: number;
  readonly most: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/**
 * How often people may make Forge call an app (Forge documentation, "Invocation limits"), in fixed windows. What runs in the
 * background is not counted. The 500 calls in 25 s of one page are the bridge's own.
 */
const RATES: readonly Rate[] = [
  { of: 'user', windowMs: MINUTE, most: 1_200 },
  { of: 'installation', windowMs: SECOND, most: 300 },
  { of: 'installation', windowMs: MINUTE, most: 7_000 },
];

/** Counts the calls of people against the limits of one installation. */
export class InvocationRates {
  private readonly windows = new Map<string, { readonly number: number; calls: number }>();

  /** `now`: any clock in milliseconds that does not stand still. */
  constructor(private readonly now: () => number) {}

  /** Counts a call of a person; answers what it is refused with, or undefined. A refused call counts as well. */
  refusalOf(accountId: string): string | undefined {
    const now = this.now();
    const over = RATES.filter((rate) => this.count(rate, accountId, now) > rate.most);
    const [first] = over;
    return (
      first && `Rate limit exceeded: ${first.most} invocations in ${first.windowMs / SECOND} s by one ${first.of}.`
    );
  }

  private count({ of, windowMs }: Rate, accountId: string, now: number): number {
    const key = `${windowMs} ${of === 'user' ? accountId : ''}`;
    const number = Math.floor(now / windowMs);
    const known = this.windows.get(key);
    const window = known?.number === number ? known : { number, calls: 0 };
    window.calls += 1;
    this.windows.set(key, window);
    return window.calls;
  }
}
