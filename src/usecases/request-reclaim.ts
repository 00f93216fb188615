import type { AccountId } from '../domain/identifiers';
import { MOST_REQUESTED, withDecision, withRequest, type ReclaimRequest } from '../domain/reclaim-request';
import type { Ports } from '../ports/ports';
import { done, refuse, type Outcome } from './outcome';
import {
  isUndecided,
  readRequests,
  recordDecided,
  recordRequested,
  storeRequests,
  type ListedRequest,
} from './reclaim-requests';
import { checkBatch, type StartNeeds, type WantedSeats } from './start-reclaim';

export type RequestNeeds = StartNeeds & Pick<Ports, 'reclaimRequests' | 'evidence'>;

/**
 * Asks another person to approve taking these seats back: exactly those that are meant now. What could not be taken back at once
 * is refused at once. A profile has one open request; whoever asks again replaces their own.
 */
export async function requestReclaim(
  { caller, ...wanted }: WantedSeats & { readonly caller: AccountId },
  ports: RequestNeeds,
): Promise<Outcome<ListedRequest>> {
  const checked = await checkBatch(wanted, ports);
  if (!checked.ok) return checked;
  const numbers = checked.value.wanted.map(({ number }) => number).sort();
  if (numbers.length > MOST_REQUESTED)
    return refuse('refused', `One request is for at most ${MOST_REQUESTED} seats. Ask for the others afterwards.`);
  const { profileId } = wanted;
  const { stored, listed } = await readRequests(profileId, ports);
  const before = listed.find(isUndecided);
  const hindrance = before && whyNotReplaced(before, caller);
  if (hindrance !== undefined) return refuse('refused', hindrance);
  const at = ports.clock.now();
  const request: ReclaimRequest = { id: ports.ids.next(), profileId, by: caller, at, numbers, decision: null };
  const withdrawal = { kind: 'withdrawn', at, by: caller, note: '' } as const;
  const left = before ? withDecision(stored, before.request.id, withdrawal) : stored;
  const saved = await storeRequests(profileId, withRequest(left, request), ports);
  if (!saved.ok) return saved;
  if (before) await recordDecided({ ...before.request, decision: withdrawal }, ports);
  await recordRequested(request, ports);
  return done({ request, state: 'open' });
}

function whyNotReplaced({ request, state }: ListedRequest, caller: AccountId): string | undefined {
  if (state === 'starting')
    return 'The last request was approved a moment ago, and its removal begins. Look again in a moment.';
  if (request.by === caller) return undefined;
  return 'Somebody else asked for approval in this profile already. Decide about that request first.';
}
