import { browserSite } from './browser';

const here = browserSite();
const TOLD = [
  { locale: 'de-DE', timezone: 'Europe/Berlin' },
  { locale: 'ja-JP', timezone: 'Asia/Tokyo' },
  { locale: 'no_NO' },
  { locale: 'xx', timezone: 'Mars/Base' },
  { locale: null, timezone: null },
];

it.each(TOLD)('shows its pages to somebody of whom the product tells %j', async (told) => {
  const window = await here.openWindow();
  await window.page.addInitScript((language) => localStorage.setItem('site-language', language), JSON.stringify(told));
  for (const [route, name] of [
    ['/overview', 'Overview'],
    ['/rules', 'Reclamation rules'],
    ['/evidence', 'Evidence'],
  ] as const) {
    await window.open(route);
    await window.app.getByRole('heading', { level: 1, name }).waitFor();
    await window.app.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    expect(await window.app.getByRole('alert').count()).toBe(0);
  }
  const day = await window.app.getByRole('table', { name: 'Evidence' }).locator('time').first().innerText();
  if (told.locale === 'de-DE') expect(day).toMatch(/\d{2}\.\d{2}\.\d{4}|vor /);
  expect(window.complaints).toEqual([]);
  await window.page.close();
});
