import { MINUTE } from '../../src/domain/instant';
import { newRun, type JobRun } from '../../src/domain/job-run';
import { Burst } from '../../src/usecases/burst';
import { START, World } from '../fakes/world';

const waiting = newRun(
  {
    id: 'r1',
    number: 'JOB0000001',
    profileId: 'p1',
    kind: 'reclaim',
    name: 'Reclaim',
    cursor: null,
    requestedBy: null,
  },
  START,
);

function summaryIn(run: JobRun): string {
  return new Burst(run, new World().ports, START + MINUTE).run.summary;
}

test('a run does not say that it waits for its first turn while it has it', () => {
  expect(waiting.summary).toMatch(/first turn/);
  expect(summaryIn(waiting)).toBe('');
  expect(summaryIn({ ...waiting, status: 'Waiting', summary: 'Jira is busy.' })).toBe('Jira is busy.');
});
