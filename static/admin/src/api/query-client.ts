import { QueryClient } from '@tanstack/react-query';

const FRESH_MS = 15_000;

/** One cache for the page. Calls go over the bridge, so the browser's idea of being online does not matter. */
export function createQueryClient(): QueryClient {
  const networkMode = 'always';
  return new QueryClient({
    defaultOptions: { queries: { staleTime: FRESH_MS, retry: false, networkMode }, mutations: { networkMode } },
  });
}
