const SAMPLE_MS = 1_000;

/**
 * A clock for allowances, in milliseconds: it goes on with simulated or with real time, whichever passes faster at the moment. While
 * functions work both are the same; while the site stands still, somebody who clicks gets a new allowance as on the platform.
 */
export function allowanceTime(simulated: () => number, real = () => performance.now()): () => number {
  let [elapsed, lastSimulated, lastReal] = [0, simulated(), real()];
  return () => {
    const [nowSimulated, nowReal] = [simulated(), real()];
    const since = Math.max(nowSimulated - lastSimulated, nowReal - lastReal);
    if (since < SAMPLE_MS) return elapsed + since;
    [elapsed, lastSimulated, lastReal] = [elapsed + since, nowSimulated, nowReal];
    return elapsed;
  };
}
