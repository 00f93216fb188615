import { matchPath } from 'react-router-dom';
import { fits } from '../../static/admin/src/address-pattern';

const PATTERNS = ['/overview', '/subscriptions/:account?', '/profiles/:profileId/:tab?', '/rules/:profileId/:roleKey'];
const ADDRESSES = [
  '/',
  '/overview',
  '/overview/',
  '/overview/more',
  '/subscriptions',
  '/subscriptions/712020:a1b2',
  '/subscriptions/712020%3Aa1b2',
  '/subscriptions/a/b',
  '/profiles',
  '/profiles/p-1',
  '/profiles/p-1/jobs',
  '/rules/p-1/jira-software',
  '/rules/p-1',
];

/** What is loaded ahead of an address has to be the page that the router will show. */
test.each(PATTERNS)('%s fits what the router says it does', (pattern) => {
  const byRouter = ADDRESSES.filter((address) => matchPath(pattern, address));
  expect(byRouter.length).toBeGreaterThan(0);
  expect(ADDRESSES.filter((address) => fits(pattern, address))).toEqual(byRouter);
});
