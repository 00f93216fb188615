import { candidateRow } from '../../src/entry/views';
import { overviewView } from '../../src/entry/overview-view';
import type { CandidateState, Overview } from '../../src/shared/contract';
import { storeCandidate, readCandidateTable } from '../../src/usecases/candidate-table';
import { readOverview } from '../../src/usecases/read-overview';
import { candidatesLink } from '../../static/admin/src/features/overview/list-links';
import { isOfKind } from '../../static/admin/src/features/removal-candidates/candidate-kind';
import { candidateOf, click, decided } from '../fakes/decided';

const NUMBERS: readonly (readonly [keyof Overview, CandidateState, number])[] = [
  ['attentionRequired', 'Attention Required', 1],
  ['keepRequests', 'Awaiting Approval', 2],
];

test('what needs a decision leads to a list of exactly as many candidates', async () => {
  const { world, profile } = await decided();
  await click(world, 'u-kept-alive');
  for (const accountId of ['u-idle', 'u-idle-twice'])
    await storeCandidate({ ...candidateOf(world, accountId), state: 'Awaiting Approval' }, world.ports);
  const overview = overviewView(await readOverview(world.ports), [], world.clock.now());
  const rows = (await readCandidateTable(profile.id, world.candidates)).map(candidateRow);
  for (const [number, state, expected] of NUMBERS) {
    const address = new URLSearchParams(candidatesLink(state).split('?')[1]);
    const listed = rows.filter((row) => isOfKind(row, address.get('flag')));
    expect({ number, count: overview[number] }).toEqual({ number, count: expected });
    expect(listed.map((row) => row.state)).toEqual(Array.from({ length: expected }, () => state));
  }
});
