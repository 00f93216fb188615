import { toIso } from '../../domain/instant';
import { expiresAt, runOfRequest } from '../../domain/reclaim-request';
import { monthlyCost, type SoftwareModel } from '../../domain/software-model';
import type { Ports } from '../../ports/ports';
import type { ReclaimRequestView } from '../../shared/contract';
import { decideReclaimRequest } from '../../usecases/decide-reclaim-request';
import { countTakeable, listReclaimRequests, type CountedRequest } from '../../usecases/list-reclaim-requests';
import { done, type Outcome } from '../../usecases/outcome';
import type { ListedRequest } from '../../usecases/reclaim-requests';
import { recordRefusal } from '../../usecases/record-request';
import { requestReclaim } from '../../usecases/request-reclaim';
import { isoOrNull } from '../views';
import type { Operations } from './operation';

export const reclaimRequestOperations: Operations<'requestReclaim' | 'listReclaimRequests' | 'decideReclaimRequest'> = {
  requestReclaim: async (input, { accountId: by }, ports) => {
    const outcome = await requestReclaim({ ...input, caller: by }, ports);
    const { profileId, expectedCount: count } = input;
    await recordRefusal(outcome, { what: `Asking for approval of ${count} removals`, by, profileId, count }, ports);
    return showRequest(outcome, ports);
  },
  listReclaimRequests: async ({ profileId }, _caller, ports) => {
    const [requests, models] = await Promise.all([listReclaimRequests(profileId, ports), ports.models.list()]);
    return done({ requests: requests.map((each) => requestView(each, models)) });
  },
  decideReclaimRequest: async ({ note = '', ...input }, { accountId: by }, ports) => {
    const outcome = await decideReclaimRequest({ ...input, note, caller: by }, ports);
    const { profileId, expectedCount: count, approve } = input;
    const what = `${approve ? 'Approving' : 'Declining'} ${count} removals`;
    await recordRefusal(outcome, { what, by, profileId, count }, ports);
    return showRequest(outcome, ports);
  },
};

async function showRequest(outcome: Outcome<ListedRequest>, ports: Ports): Promise<Outcome<ReclaimRequestView>> {
  if (!outcome.ok) return outcome;
  const [counted, models] = await Promise.all([countTakeable(outcome.value, ports), ports.models.list()]);
  return done(requestView(counted, models));
}

function requestView({ request, state, takeable }: CountedRequest, models: readonly SoftwareModel[]) {
  const { id, profileId, by, at, numbers, decision } = request;
  // An approval that was cut off decided nothing.
  const decided = state === 'open' || state === 'expired' ? null : decision;
  const view: ReclaimRequestView = {
    id,
    profileId,
    requestedBy: by,
    requestedAt: toIso(at),
    expiresAt: toIso(expiresAt(request)),
    numbers,
    takeable: takeable.length,
    savings: monthlyCost(
      takeable.map((roleKey) => ({ roleKey, seats: 1 })),
      models,
    ),
    state,
    decidedBy: decided?.by ?? null,
    decidedAt: isoOrNull(decided?.at),
    note: decided?.note ?? '',
    runId: state === 'approved' ? runOfRequest(request) : null,
  };
  return view;
}
