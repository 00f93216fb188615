import type { AccountId } from '../domain/identifiers';
import { runOfRequest, withDecision, type ReclaimRequest, type ReclaimRequests } from '../domain/reclaim-request';
import { done, type Outcome } from './outcome';
import { isResumable } from './candidate-table';
import { newReclaim } from './reclaim-cursor';
import { recordDecided, recordRequested, storeRequests, type ListedRequest } from './reclaim-requests';
import type { RequestNeeds } from './request-reclaim';
import { checkBatch, type Batch } from './start-reclaim';
import { startRun } from './start-run';

interface Approval {
  readonly caller: AccountId;
  readonly note: string;
  readonly expectedCount: number;
}
interface FoundRequest {
  readonly stored: ReclaimRequests;
  readonly found: ListedRequest;
}

/**
 * Starts what was asked for, in the name of who approves, after everything that must be right before a removal was looked at
 * again. The decision is stored first, on condition that nobody else decided, then told, then the run is made under a name that
 * follows from the request: whatever is repeated or cut off, there is at most one, and none that nobody answers for.
 */
export async function approveRequest(
  { caller, note, expectedCount }: Approval,
  { stored, found: { request, state } }: FoundRequest,
  ports: RequestNeeds,
): Promise<Outcome<ListedRequest>> {
  const { profileId, numbers } = request;
  const checked = await checkBatch({ profileId, numbers, expectedCount }, ports);
  if (!checked.ok) return checked;
  let approved = request;
  if (state === 'open') {
    const decision = { kind: 'approved', at: ports.clock.now(), by: caller, note: note.trim() } as const;
    const saved = await storeRequests(profileId, withDecision(stored, request.id, decision), ports);
    if (!saved.ok) return saved;
    approved = { ...request, decision };
  }
  await start(approved, checked.value, ports);
  return done({ request: approved, state: 'approved' });
}

async function start(request: ReclaimRequest, { profile, wanted }: Batch, ports: RequestNeeds): Promise<void> {
  const { by: initiator, decision } = request;
  const requestedBy = decision?.by ?? null;
  const count = wanted.length;
  // Whoever asked may have been cut off before that was told.
  await recordRequested(request, ports);
  await recordDecided(request, ports, count);
  const chosen = wanted.map(({ number }) => number);
  const resumed = wanted.filter(isResumable).map(({ number }) => number);
  const cursor = { ...newReclaim(chosen, count, resumed), initiator };
  const id = runOfRequest(request);
  const { number } = await startRun({ id, profile, kind: 'reclaim', cursor, requestedBy }, ports);
  await ports.evidence.append(
    {
      kind: 'reclaim-started',
      at: ports.clock.now(),
      by: requestedBy,
      subject: null,
      candidate: null,
      text: `Taking ${count} seats back was approved by a second person; ${number} does it.`,
      details: { profileId: profile.id, count, runId: id, requestId: request.id, initiator },
      people: [initiator],
    },
    `${id}.started`,
  );
}
