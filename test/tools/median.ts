/** The middle one: what was measured while the machine did something else does not move it. */
export function median(measured: readonly number[]): number {
  const sorted = [...measured].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
}
