import { DAY, MINUTE } from '../../src/domain/instant';
import {
  NO_REQUESTS,
  stateOfRequest,
  withDecision,
  withRequest,
  type ReclaimRequest,
  type RequestState,
} from '../../src/domain/reclaim-request';
import { NOW } from './arbitraries';

const asked: ReclaimRequest = {
  id: 'r-1',
  profileId: 'p-1',
  by: 'u-1',
  at: NOW,
  numbers: ['RC0000001'],
  decision: null,
};
const decided = (kind: 'approved' | 'declined' | 'withdrawn', at = NOW + DAY): ReclaimRequest => ({
  ...asked,
  decision: { kind, at, by: 'u-2', note: '' },
});

test.each<[string, ReclaimRequest, boolean, number, RequestState]>([
  ['nobody decided', asked, false, 0, 'open'],
  ['nobody decided up to the last moment', asked, false, 7 * DAY - 1, 'open'],
  ['nobody decided in time', asked, false, 7 * DAY, 'expired'],
  ['declined, long ago', decided('declined'), false, 30 * DAY, 'declined'],
  ['withdrawn', decided('withdrawn'), false, DAY, 'withdrawn'],
  ['approved, and its run is there, long ago', decided('approved'), true, 30 * DAY, 'approved'],
  ['approved a moment ago', decided('approved'), false, DAY + 20 * MINUTE - 1, 'starting'],
  ['approved, but cut off', decided('approved'), false, DAY + 20 * MINUTE, 'open'],
  ['approved, but cut off and never taken up', decided('approved'), false, 7 * DAY, 'expired'],
  ['approved right before it would expire', decided('approved', NOW + 7 * DAY - 1), false, 7 * DAY, 'starting'],
])('a request is where it stands: %s', (_name, request, isStarted, after, state) => {
  expect(stateOfRequest(request, isStarted, NOW + after)).toBe(state);
});

test('the newest requests are kept, newest first, and a decision is about one of them', () => {
  let all = NO_REQUESTS;
  for (let n = 1; n <= 7; n += 1) all = withRequest(all, { ...asked, id: `r-${n}` });
  expect(all.requests.map(({ id }) => id)).toEqual(['r-7', 'r-6', 'r-5', 'r-4', 'r-3']);
  const decision = { kind: 'declined', at: NOW, by: 'u-2', note: 'No' } as const;
  const left = withDecision(all, 'r-5', decision).requests.map((each) => each.decision);
  expect(left).toEqual([null, null, decision, null, null]);
});
