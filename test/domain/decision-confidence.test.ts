import { confidenceIn, confidenceOf, type ProposalFacts } from '../../src/domain/decision-confidence';
import { DAY } from '../../src/domain/instant';

const NOW = Date.parse('2026-11-23T09:30:00.000Z');
/** A proposal that nobody could doubt. */
const sure: ProposalFacts = {
  basis: 'including-views',
  thresholdDays: 60,
  silentSince: NOW - 90 * DAY,
  wasEverSeen: true,
  coverage: { viewsFrom: NOW - 100 * DAY, limits: [] },
  now: NOW,
};
const limit = (kind: 'hidden-projects' | 'hidden-work-items' | 'newest-only') => ({ kind, text: '' });

test.each<[string, Partial<ProposalFacts>, 'high' | 'medium' | 'low', RegExp[]]>([
  ['nothing to doubt', {}, 'high', []],
  [
    'views that are not counted',
    { coverage: { viewsFrom: null } },
    'medium',
    [/^Views were not counted for the whole 60 days/],
  ],
  ['no coverage', { coverage: undefined }, 'medium', [/^Views were not counted for the whole 60 days/]],
  [
    'views that are counted for a part of the threshold',
    { coverage: { viewsFrom: NOW - 60 * DAY + 1 } },
    'medium',
    [/^Views are counted only since 2026-09-24, not for the whole 60 days/],
  ],
  ['views that are counted for all of it', { coverage: { viewsFrom: NOW - 60 * DAY } }, 'high', []],
  ['views that the rule does not count', { basis: 'any-contribution', coverage: { viewsFrom: null } }, 'high', []],
  [
    'hidden projects',
    { coverage: { viewsFrom: 0, limits: [limit('hidden-projects')] } },
    'medium',
    [/^Projects are hidden from the app/],
  ],
  [
    'hidden projects and work items are one doubt',
    { coverage: { viewsFrom: 0, limits: [limit('hidden-projects'), limit('hidden-work-items')] } },
    'medium',
    [/^Projects are hidden from the app/],
  ],
  ['a limit that hides nothing', { coverage: { viewsFrom: 0, limits: [limit('newest-only')] } }, 'high', []],
  ['somebody of whom nothing was ever seen', { wasEverSeen: false }, 'medium', [/^Nothing was ever seen/]],
  ['silence 14 days longer than the threshold', { silentSince: NOW - 74 * DAY }, 'high', []],
  ['silence 13 days longer', { silentSince: NOW - 73 * DAY }, 'medium', [/only 13 days longer than .* 60 days/]],
  ['silence a day longer', { silentSince: NOW - 61 * DAY }, 'medium', [/only 1 day longer/]],
  ['silence as long as the threshold', { silentSince: NOW - 60 * DAY }, 'medium', [/just as long as .* 60 days/]],
  [
    'two doubts',
    { wasEverSeen: false, silentSince: NOW - 61 * DAY },
    'low',
    [/^Nothing was ever seen/, /only 1 day longer/],
  ],
  [
    'every doubt at once',
    {
      wasEverSeen: false,
      silentSince: NOW - 60 * DAY,
      coverage: { viewsFrom: null, limits: [limit('hidden-work-items')] },
    },
    'low',
    [/^Views/, /^Work items are hidden/, /^Nothing/, /^The silence/],
  ],
])('%s', (_name, change, level, doubts) => {
  const found = confidenceOf({ ...sure, ...change });
  expect(found.level).toBe(level);
  expect(found.doubts).toHaveLength(doubts.length);
  doubts.forEach((doubt, n) => expect(found.doubts[n]).toMatch(doubt));
});

test('of a seat counts its silence, and says nothing where that is unknown', () => {
  const seat = { rule: undefined, coverage: { from: 0, to: NOW, gaps: [], viewsFrom: 0 }, now: NOW };
  const silent = { kind: 'none-since', since: NOW - 61 * DAY } as const;
  expect(confidenceIn({ ...seat, activity: silent }, 60, { wasEverSeen: false })?.level).toBe('low');
  const seen = { kind: 'seen', at: NOW - 90 * DAY, activityKind: 'worklog', ref: null } as const;
  expect(confidenceIn({ ...seat, activity: seen }, 60, { wasEverSeen: true })?.level).toBe('high');
  const program = { wasEverSeen: true, soundsLikeProgram: true };
  expect(confidenceIn({ ...seat, activity: seen }, 60, program)?.doubts.join()).toMatch(/sounds like a program’s/);
  expect(confidenceIn({ ...seat, activity: { kind: 'unknown', because: '' } }, 60, { wasEverSeen: true })).toBeNull();
});
