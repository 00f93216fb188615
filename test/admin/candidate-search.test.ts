import { isReclaimable, isResumable, mayBeRestored } from '../../static/admin/src/components/candidate-states';
import { runAddress } from '../../static/admin/src/components/run-address';
import { isNumberOf, isNumberText } from '../../static/admin/src/features/removal-candidates/number-search';
import { restoreAddress, restorePlanOf } from '../../static/admin/src/features/removal-candidates/restore-address';
import { withGroupNames } from '../../static/admin/src/features/removal-candidates/with-group-names';

describe('looking for the number of a candidate', () => {
  it.each([
    ['RC0000012', true],
    ['rc0000012', true],
    [' 12 ', true],
    ['RC12', true],
    ['RC00000', true],
    ['RC1', false],
    ['2', false],
    ['120', false],
    ['', false],
    ['rc', false],
    ['Rica', false],
  ])('“%s” finds RC0000012: %s', (text, found) => expect(isNumberOf(text, 'RC0000012')).toBe(found));

  it.each([
    ['RC12', true],
    ['12', false],
    ['rc', false],
  ])('“%s” can be nobody’s name: %s', (text, only) => expect(isNumberText(text)).toBe(only));
});

describe('what can be done with a candidate of the list', () => {
  it('taking back, trying again and giving back exclude each other', () => {
    const row = { flag: null, until: null } as const;
    const can = (
      state: Parameters<typeof isReclaimable>[0]['state'],
      flag: Parameters<typeof mayBeRestored>[0]['flag'] = null,
    ) =>
      [isReclaimable({ ...row, state }, 0), isResumable({ state }), mayBeRestored({ state, flag })]
        .map(Number)
        .join('');
    expect(can('Ready')).toBe('100');
    expect(can('Attention Required')).toBe('010');
    expect(can('Closed Complete')).toBe('001');
    expect(can('Closed Complete', 'not-freed')).toBe('001');
    expect(can('Closed Complete', 'restored')).toBe('000');
    expect(can('Closed Complete', 're-added')).toBe('000');
    expect(can('Closed Skipped')).toBe('000');
  });
});

describe('addresses', () => {
  it('lead from a run to its people', () => {
    expect(runAddress({ id: 'p 1.7.reclaim', kind: 'reclaim' })).toBe(
      '/removal-candidates/reclaim?run=p%201.7.reclaim',
    );
    expect(runAddress({ id: 'r', kind: 'restore' })).toBe('/removal-candidates/restore?run=r');
    expect(runAddress({ id: 'd', kind: 'download' })).toBeNull();
  });

  it('say who is to be restored', () => {
    const plan = { profileId: 'p', numbers: ['RC0000001', 'RC0000002'], reclaimRunId: null };
    const [, query] = restoreAddress(plan).split('?');
    expect(restorePlanOf(new URLSearchParams(query))).toEqual(plan);
  });
});

describe('names of groups in sentences', () => {
  const names = new Map([['276f955c-63d7-42c8-9520-92d01dca0625', 'developers']]);

  it('replace the ids that are known, whatever stands around them', () => {
    const text =
      'Putting back 276f955c-63d7-42c8-9520-92d01dca0625, 99aa failed: (276f955c-63d7-42c8-9520-92d01dca0625).';
    expect(withGroupNames(text, names)).toBe('Putting back developers, 99aa failed: (developers).');
  });

  it('leave everything else alone', () => {
    const text = 'Removed from 2 groups on 2026-11-23; not-a-276f955c-63d7-42c8-9520-92d01dca0625.';
    expect(withGroupNames(text, names)).toBe(text);
  });
});
