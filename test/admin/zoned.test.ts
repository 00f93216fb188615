import { fromWallTime, toWallTime } from '../../static/admin/src/components/zoned';

const ZONES = ['UTC', 'Asia/Shanghai', 'Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'];
const DAY = 86_400_000;
const NOW = Date.parse('2026-11-02T09:00:00.000Z');

describe('a date and time in a person’s own zone', () => {
  // 60 days back from November lies before the clocks change in Europe and America.
  it.each(ZONES.flatMap((zone) => [59, 60, 61].map((days) => [zone, days] as const)))(
    'comes back to the minute in %s, %s days back',
    (zone, days) => {
      const at = new Date(NOW - days * DAY).toISOString();
      expect(fromWallTime(toWallTime(at, zone), zone)).toBe(at);
    },
  );

  it('knows the offset of the day itself, not of today', () => {
    expect(toWallTime('2026-09-03T09:00:00.000Z', 'Europe/Amsterdam')).toBe('2026-09-03T11:00');
    expect(toWallTime('2026-11-02T09:00:00.000Z', 'Europe/Amsterdam')).toBe('2026-11-02T10:00');
    expect(fromWallTime('2026-09-03T11:00', 'Europe/Amsterdam')).toBe('2026-09-03T09:00:00.000Z');
  });

  it('does not take nonsense for a time', () => {
    expect(fromWallTime('soon', 'UTC')).toBeUndefined();
  });
});
