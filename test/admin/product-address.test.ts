import { productAddress } from '../../static/admin/src/api/product-address';

const APP = '3f1d4c52-7d0e-4a55-9a7e-0c3c1b2f8a61';
const ENVIRONMENT = '22222222-aaaa-4bbb-8ccc-111111111111';
const SITE = 'https://acme.atlassian.net';
const pages = {
  settings: `/jira/settings/apps/${APP}/${ENVIRONMENT}`,
  apps: `/jira/apps/${APP}/${ENVIRONMENT}`,
};

it.each([
  ['settings/apps', 'settings/apps', '/overview?profile=1#x'],
  ['the Apps menu', 'apps', ''],
  ['Get started', 'settings/apps/get-started', ''],
  ['personal settings', 'settings/personal/apps', '/'],
])('reads where the page is in %s from the address of the window', (_name, folder, rest) => {
  const base = `/jira/${folder}/${APP}/${ENVIRONMENT}`;
  expect(productAddress({ location: SITE + base + rest })).toEqual({ site: SITE, base, ...pages });
});

it('knows the other pages by the ids alone, where the address is not told', () => {
  const localId = `ari:cloud:ecosystem::extension/${APP}/${ENVIRONMENT}/static/license-management`;
  expect(productAddress({ siteUrl: `${SITE}/`, localId })).toEqual({ site: SITE, base: undefined, ...pages });
});

it.each([{}, { location: 'about:blank' }, { location: `${SITE}/jira/apps/x/y`, localId: 'ari:x' }])(
  'makes nothing up from %j',
  (told) => {
    expect(productAddress(told)).toEqual({ site: '', base: undefined, settings: undefined, apps: undefined });
  },
);
