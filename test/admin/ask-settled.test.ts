import { askSettled } from '../../static/admin/src/api/ask-settled';

interface Answer {
  readonly running: number;
  readonly seats: number;
}

const isUnderWay = ({ running }: Answer) => running > 0;

/** Gives one answer after the other. */
function answering(...answers: Answer[]) {
  const left = [...answers];
  const ask = () => {
    const next = left.shift();
    return next ? Promise.resolve(next) : Promise.reject(new Error('Asked too often.'));
  };
  return { ask, left };
}

describe('asking for what is under way', () => {
  it('asks once more when it is over, since the first answer may be put together from before and after', async () => {
    const { ask } = answering({ running: 0, seats: 1 }, { running: 0, seats: 2 });
    expect(await askSettled(ask, { running: 1, seats: 1 }, isUnderWay)).toEqual({ running: 0, seats: 2 });
  });

  it('finds the job that followed between the two', async () => {
    const { ask } = answering({ running: 0, seats: 1 }, { running: 1, seats: 1 });
    expect(await askSettled(ask, { running: 1, seats: 1 }, isUnderWay)).toEqual({ running: 1, seats: 1 });
  });

  it.each([
    ['nothing was asked before', undefined, { running: 0, seats: 1 }],
    ['it was over before', { running: 0, seats: 1 }, { running: 0, seats: 2 }],
    ['it goes on', { running: 1, seats: 1 }, { running: 1, seats: 2 }],
  ])('asks once where %s', async (_, before, now) => {
    const { ask, left } = answering(now, { running: 0, seats: 9 });
    expect(await askSettled(ask, before, isUnderWay)).toEqual(now);
    expect(left).toHaveLength(1);
  });
});
