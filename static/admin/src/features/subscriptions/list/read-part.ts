import type { SubscriptionPart } from '../../../../../../src/shared/contract';
import { call } from '../../../api/call';
import { forgetOtherParts, keepPart, keptPart } from '../../../api/kept-parts';

/** A part of a list, asked for once a tab: another list is another name. Throws a CallFailure. */
export async function readPart(list: string, part: number): Promise<SubscriptionPart> {
  const name = `${list} ${part}`;
  const kept = keptPart(name) as SubscriptionPart | undefined;
  if (kept) return kept;
  const read = await call('readSubscriptionPart', { list, part });
  keepPart(name, read);
  return read;
}

/** Nobody shows any other list now. */
export function keepOnly(lists: readonly string[]): void {
  forgetOtherParts(lists.map((list) => `${list} `));
}
