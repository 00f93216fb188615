/**
 * Asks, and once more where what was under way is over by now: an answer that is put together while work ends may say that it
 * ended and still hold what was there before, and nobody would look again.
 */
export async function askSettled<Value>(
  ask: () => Promise<Value>,
  before: Value | undefined,
  isUnderWay: (value: Value) => boolean,
): Promise<Value> {
  const value = await ask();
  const isJustOver = before !== undefined && isUnderWay(before) && !isUnderWay(value);
  return isJustOver ? ask() : value;
}
