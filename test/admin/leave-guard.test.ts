import { NavigationType } from 'react-router-dom';
import type { AppHistory, Place } from '../../static/admin/src/api/history';
import { dropLeaveGuard, guardHistory, setLeaveGuard } from '../../static/admin/src/api/leave-guard';

function openAt(pathname: string) {
  const listeners = new Set<() => void>();
  const at = (path: string): Place => ({
    location: { pathname: path, search: '', hash: '', state: null, key: path },
    action: NavigationType.Push,
  });
  let place = at(pathname);
  const go = (to: string) => {
    place = at(to);
    for (const listener of listeners) listener();
  };
  const product: AppHistory = {
    place: () => place,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    navigator: {
      createHref: String,
      push: (to) => go(to as string),
      replace: (to) => go(to as string),
      go: () => undefined,
    },
  };
  const page = guardHistory(product);
  return { go, page, shown: () => page.place().location.pathname, address: () => place.location.pathname };
}

afterEach(dropLeaveGuard);

const editing = { stays: (path: string) => path.startsWith('/profiles/1') };

it('lets everybody go while nothing is edited', () => {
  const { page, shown } = openAt('/profiles/1');
  page.navigator.push('/jobs');
  expect(shown()).toBe('/jobs');
});

it('asks before a link of the page leads away, and goes on when told so', () => {
  const { page, shown } = openAt('/profiles/1');
  let leave: (() => void) | undefined;
  setLeaveGuard({ ...editing, ask: (go) => (leave = go) });
  page.navigator.push('/profiles/1/jobs');
  expect(shown()).toBe('/profiles/1/jobs');
  page.navigator.push('/jobs');
  expect(shown()).toBe('/profiles/1/jobs');
  leave?.();
  expect(shown()).toBe('/jobs');
});

it('puts the address back when the product or Back changed it, until the person agrees', () => {
  const { go, shown, address } = openAt('/profiles/1');
  let leave: (() => void) | undefined;
  setLeaveGuard({ ...editing, ask: (on) => (leave = on) });
  go('/evidence');
  expect([shown(), address()]).toEqual(['/profiles/1', '/profiles/1']);
  leave?.();
  expect([shown(), address()]).toEqual(['/evidence', '/evidence']);
});

it('is taken away by whoever set it, and by nobody else', () => {
  const { page, shown } = openAt('/profiles/1');
  const release = setLeaveGuard({ ...editing, ask: () => undefined });
  setLeaveGuard({ ...editing, ask: () => undefined });
  release();
  page.navigator.push('/jobs');
  expect(shown()).toBe('/profiles/1');
});
