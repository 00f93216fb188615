import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, MySeats } from '../../src/shared/contract';
import { generateSite, siteLines } from '../site/jira';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allCandidates, asAdministrator, askPeopleFirst, changeRules, confirmRules, onlyProfile } from './ask';

const SITE_ZONE = 'Pacific/Auckland';
const HOUR = 3_600_000;

/** A site on the other side of the date line. */
async function auckland(): Promise<RunningSite> {
  const file = join(mkdtempSync(join(tmpdir(), 'site-')), 'auckland.ndjson');
  const lines = [...siteLines(generateSite({ seats: 60, issues: 300, seed: 3 }))];
  writeFileSync(file, lines.map((line) => line.replace('"Europe/Amsterdam"', `"${SITE_ZONE}"`)).join('\n'));
  return startSite({ source: { file } });
}

const dayIn = (timeZone: string, at: number) => new Intl.DateTimeFormat('sv', { timeZone }).format(at);
const weekdayIn = (timeZone: string, at: number) =>
  new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }).format(at);

let site: RunningSite;
beforeAll(async () => {
  site = await auckland();
  await runMainJob(site);
}, 120_000);
afterAll(() => site.stop());

it('people asked on a Friday have all of the next working day, where they are, and lose nothing on a day off', async () => {
  const admin = asAdministrator(site);
  const profileId = await onlyProfile(admin);
  await askPeopleFirst(site, admin, 1);
  await changeRules(admin, profileId, {
    maxPercentPerRun: 100,
    notifyUser: true,
    daysBeforeAutoReclamation: 1,
    answerDays: 'monday-to-friday',
  });
  await confirmRules(admin, profileId);
  while (weekdayIn(SITE_ZONE, site.clock.now()) !== 'Fri') await site.forge.advanceTo(site.clock.now() + 6 * HOUR);
  const asked: { number: string; zone: string }[] = [];
  for (const { number, accountId, state } of await allCandidates(admin, profileId)) {
    if (state !== 'Ready' || asked.length === 2) continue;
    const zone = asked.length === 0 ? SITE_ZONE : 'America/Los_Angeles';
    if (zone !== SITE_ZONE) await site.control('POST', '/user', { accountId, timeZone: zone });
    const { outcome } = await admin.ask('reclaimNow', { number, mode: 'apply' });
    if (outcome === 'asked') asked.push({ number, zone });
  }
  expect(asked).toHaveLength(2);
  const { mails } = await site.control<{ mails: { text: string }[] }>('GET', '/mails');
  const open = new Map(asked.map(({ number, zone }) => [number, zone]));
  const days = new Map<string, string>();
  for (const { number, zone } of asked) {
    const { notice, accountId } = await admin.ask('getCandidate', { number });
    expect(notice?.answerZone).toBe(zone);
    const day = notice?.answerDay ?? '';
    days.set(number, day);
    const told = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(day));
    const mail = mails.find(({ text }) => text.includes(number));
    expect(mail?.text).toContain(`before the end of ${told} (time zone: ${zone})`);
    const mine = await site.control<Answer<MySeats>>('POST', '/invoke', {
      function: 'my-seat-resolver',
      operation: 'getMySeats',
      payload: {},
      as: accountId,
    });
    const questions = mine.ok ? mine.value.seats.map(({ question }) => question) : [];
    expect(questions).toContainEqual(expect.objectContaining({ number, answerDay: day, answerZone: zone }));
  }
  const taken = new Map<string, number>();
  for (let hour = 0; hour < 8 * 24 && taken.size < 2; hour += 1) {
    await site.forge.advanceTo(site.clock.now() + HOUR);
    for (const number of open.keys()) {
      if (taken.has(number)) continue;
      const { state } = await admin.ask('getCandidate', { number });
      if (state === 'Closed Complete') taken.set(number, site.clock.now());
    }
  }
  for (const [number, zone] of open) {
    const at = taken.get(number) ?? 0;
    for (const where of [zone, SITE_ZONE, 'Etc/GMT+12']) expect(dayIn(where, at) > (days.get(number) ?? '')).toBe(true);
    expect(weekdayIn(zone, at)).not.toMatch(/Sat|Sun/);
  }
}, 240_000);
