import fc from 'fast-check';
import type { Coverage } from '../../src/domain/coverage';
import {
  areEventsTrusted,
  beat,
  flowing,
  lostSince,
  restart,
  viewsKnownFrom,
  withLoss,
} from '../../src/domain/event-watch';
import { DAY, HOUR } from '../../src/domain/instant';
import { daysAround, endOfDay, mayHold } from '../../src/domain/probe-window';
import { OVERLAP, readingOf, type ReadingFacts } from '../../src/domain/reading-legs';
import { instant, NOW } from './arbitraries';

const START = NOW - 60 * DAY;
const installed = beat(undefined, START - DAY);
/** Installed long ago, events flow, the tick is alive. */
const watch = { ...flowing(installed, START), beatAt: NOW - HOUR };
const copy = { installation: 'i', version: '2' };
const reading = { searchFrom: null, auditFrom: null, lossesUpTo: NOW - DAY };
const coverage: Coverage = { from: START, to: NOW - DAY, gaps: [], reading };
const usual: ReadingFacts = {
  analyzeFrom: START,
  coverage,
  watch,
  eventsMissingSince: undefined,
  isBlocked: false,
  needsEveryKind: false,
  now: NOW,
};
const legsOf = (facts: Partial<ReadingFacts>) => readingOf({ ...usual, ...facts }).legs;
const news = { from: NOW - DAY - OVERLAP, to: NOW, auditFrom: NOW - DAY - OVERLAP };

describe('what a run has left to read', () => {
  test('the first one everything, whatever is known of events', () => {
    expect(legsOf({ coverage: undefined })).toEqual([{ from: START, to: NOW, auditFrom: START, search: true }]);
  });

  test('a normal day what is new, without a search', () => {
    expect(legsOf({})).toEqual([{ ...news, search: false }]);
  });

  test.each<[string, Partial<ReadingFacts>]>([
    ['nothing is known of events', { watch: undefined }],
    ['none was ever seen', { watch: { ...watch, flowsSince: null } }],
    ['they only flow since', { watch: { ...watch, flowsSince: NOW - 5 * HOUR } }],
    ['the tick fell silent', { watch: { ...watch, beatAt: NOW - 4 * HOUR } }],
    ['some of the day were lost', { watch: withLoss(watch, NOW - 5 * HOUR, NOW - 4 * HOUR, NOW - 4 * HOUR) }],
  ])('search is needed for what is new when %s', (_why, facts) => {
    expect(legsOf(facts)).toEqual([{ ...news, search: true }]);
  });

  test('what was lost before is read again from where the loss began', () => {
    const lost = withLoss(watch, NOW - 3 * DAY, NOW - 2 * DAY, NOW - HOUR);
    expect(legsOf({ watch: lost })).toEqual([{ from: NOW - 3 * DAY, to: NOW, auditFrom: NOW - 3 * DAY, search: true }]);
    const madeUpFor = { ...coverage, reading: { ...reading, lossesUpTo: NOW - HOUR } };
    expect(legsOf({ watch: lost, coverage: madeUpFor })).toEqual([{ ...news, search: false }]);
    expect(legsOf({ eventsMissingSince: NOW - 2 * DAY })[0]).toMatchObject({ from: NOW - 2 * DAY, search: true });
  });

  test('a start that was moved back only needs the difference; one that was moved forward loses nothing', () => {
    const earlier = START - 40 * DAY;
    expect(readingOf({ ...usual, analyzeFrom: earlier })).toEqual({
      from: earlier,
      legs: [
        { from: earlier, to: START, auditFrom: earlier, search: true },
        { ...news, search: false },
      ],
    });
    expect(readingOf({ ...usual, analyzeFrom: NOW - 10 * DAY })).toEqual({
      from: START,
      legs: [{ ...news, search: false }],
    });
  });

  test('a start after everything that is known begins anew', () => {
    expect(legsOf({ analyzeFrom: NOW - HOUR })).toEqual([
      { from: NOW - HOUR, to: NOW, auditFrom: NOW - HOUR, search: true },
    ]);
  });

  test('only what could not be read is read again', () => {
    const auditLost = { ...coverage, gaps: ['no audit log'], reading: { ...reading, auditFrom: START } };
    expect(legsOf({ coverage: auditLost })).toEqual([{ ...news, auditFrom: START, search: false }]);
    const hidden = { ...coverage, gaps: ['hidden'], reading: { ...reading, searchFrom: START } };
    expect(legsOf({ coverage: hidden, isBlocked: true })).toEqual([{ ...news, search: false }]);
    expect(legsOf({ coverage: hidden })).toEqual([{ from: START, to: NOW, auditFrom: START, search: true }]);
    const old: Coverage = { from: START, to: NOW - DAY, gaps: ['something'] };
    expect(legsOf({ coverage: old })[0]).toMatchObject({ from: START, search: true });
  });

  test('a rule that tells kinds apart needs all of them', () => {
    const probed = { ...coverage, newestOnlyUntil: NOW - DAY };
    expect(legsOf({ coverage: probed })[0]).toMatchObject({ search: false });
    expect(legsOf({ coverage: probed, needsEveryKind: true })[0]).toMatchObject({ from: START, search: true });
  });

  test('leaves no moment out, whatever came before', () => {
    fc.assert(
      fc.property(instant, instant, instant, fc.boolean(), (analyzeFrom, from, to, blocked) => {
        fc.pre(analyzeFrom < NOW && from < to && to < NOW);
        const known = { ...coverage, from, to };
        const { from: start, legs } = readingOf({ ...usual, analyzeFrom, coverage: known, isBlocked: blocked });
        const covered = [...legs, ...(start === from || legs.length > 1 ? [{ from, to }] : [])];
        expect(start).toBeLessThanOrEqual(analyzeFrom);
        let end = start;
        for (const leg of covered.sort((a, b) => a.from - b.from)) {
          expect(leg.from).toBeLessThanOrEqual(end);
          end = Math.max(end, leg.to);
        }
        expect(end).toBe(NOW);
      }),
    );
  });
});

describe('whether product events can be believed', () => {
  test('a tick that is late is normal, a long silence is a loss of all of it', () => {
    expect(beat(watch, watch.beatAt + 2 * HOUR).losses).toEqual([]);
    const late = beat(watch, watch.beatAt + 5 * HOUR);
    expect(late.losses).toEqual([{ from: watch.beatAt, to: late.beatAt, notedAt: late.beatAt }]);
    expect(lostSince(late, late.beatAt - 1)).toBe(watch.beatAt);
    expect(lostSince(late, late.beatAt)).toBeUndefined();
  });

  test('an installation begins anew, an upgrade only loses what came since the last sign of life', () => {
    expect(restart(undefined, copy, 'installed', NOW)).toEqual({
      since: NOW,
      beatAt: NOW,
      flowsSince: null,
      losses: [],
      installed: copy,
    });
    const upgraded = restart({ ...watch, installed: { ...copy, version: '1' } }, copy, 'upgraded', NOW);
    expect(upgraded.flowsSince).toBe(watch.flowsSince);
    expect(areEventsTrusted(upgraded, NOW - DAY, NOW)).toBe(false);
    expect(areEventsTrusted(upgraded, NOW, NOW + HOUR)).toBe(true);
    expect(areEventsTrusted(restart(watch, copy, 'installed', NOW), NOW, NOW + HOUR)).toBe(false);
  });

  test('views are known from the end of the last loss', () => {
    expect(viewsKnownFrom(undefined, START, [])).toBeNull();
    expect(viewsKnownFrom(installed, START, [])).toBeNull();
    expect(viewsKnownFrom(watch, null, [])).toBeNull();
    expect(viewsKnownFrom(watch, 0, [])).toBe(watch.since);
    expect(viewsKnownFrom(watch, NOW - 5 * DAY, [])).toBe(NOW - 5 * DAY);
    expect(viewsKnownFrom(withLoss(watch, NOW - DAY, NOW - HOUR, NOW), 0, [])).toBe(NOW - HOUR);
  });
});

describe('days of a calendar whose time zone is not known', () => {
  const offset = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => (quarters * HOUR) / 4);
  test('hold everything between two moments', () => {
    fc.assert(
      fc.property(instant, fc.nat(100 * DAY), offset, fc.nat(100 * DAY), (from, length, zone, part) => {
        const days = daysAround(from, from + length);
        const at = from + Math.min(part, length);
        const day = Math.floor((at + zone) / DAY);
        expect(day).toBeGreaterThanOrEqual(days.fromDay);
        expect(day).toBeLessThan(days.beforeDay ?? Infinity);
        expect(mayHold(days, at)).toBe(true);
        expect(endOfDay(day)).toBeGreaterThanOrEqual(at);
      }),
    );
  });
});
