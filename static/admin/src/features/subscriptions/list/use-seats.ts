import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProfileView, SubscriptionTable } from '../../../../../../src/shared/contract';
import { call, CallFailure } from '../../../api/call';
import { isBusy } from '../../../api/query-client';
import { readBuckets } from '../../../api/read-buckets';
import { useDay } from '../../../components/use-day';
import { asOfNow, gatherChanges } from './list-changes';
import { keepOnly, readPart } from './read-part';
import { joined, type Seat, type Source } from './seat';
import { unpackPart } from './unpack-part';

/** How often seats that are still being read are shown. */
const SHOW_MS = 400;

export interface SeatList {
  /** All seats, or those that were read so far; undefined before the first. */
  readonly seats: readonly Seat[] | undefined;
  readonly isComplete: boolean;
  /** The app is busy: what is missing will be asked for in a moment. */
  readonly isWaiting: boolean;
  readonly share: number;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** The current tables of profiles, where there is one. */
export function useSources(profiles: readonly ProfileView[]) {
  const ids = profiles.map(({ id }) => id);
  return useQuery({
    queryKey: ['getSubscriptionTable', ids],
    queryFn: async (): Promise<readonly Source[]> => {
      const tables = await Promise.all(ids.map((profileId) => call('getSubscriptionTable', { profileId })));
      return profiles.flatMap((profile, index) => sourceOf(profile, tables[index]));
    },
  });
}

function sourceOf(profile: ProfileView, table: SubscriptionTable | null | undefined): Source[] {
  return table ? [{ profile, table }] : [];
}

/**
 * All seats of the sources, shown as they come. When a list is replaced meanwhile, the tables are asked again and so are their
 * seats; while the app is busy, what was read stays and reading goes on by itself.
 */
export function useSeats(sources: readonly Source[]): SeatList {
  const client = useQueryClient();
  const now = useDay();
  const lists = sources.map(({ profile, table }) => [profile.id, table.list]);
  const key = JSON.stringify(lists);
  const [read, setRead] = useState<Read>(NOTHING);
  const soFar = read.key === key ? read : NOTHING;
  const query = useQuery({
    queryKey: ['subscription-rows', lists],
    queryFn: async () => {
      let shown = -Infinity;
      try {
        const parts = await readSeats(sources, now, (some, share) => {
          if (performance.now() - shown < SHOW_MS) return;
          shown = performance.now();
          setRead({ key, seats: joined(some, sources.length), share });
        });
        setRead(NOTHING);
        return joined(parts, sources.length);
      } catch (error) {
        if (error instanceof CallFailure && error.error.code === 'conflict')
          await client.invalidateQueries({ queryKey: ['getSubscriptionTable'] });
        throw error;
      }
    },
    // Fifty thousand seats are not read again just because somebody looked at another window.
    refetchOnWindowFocus: false,
  });
  return {
    seats: query.data ?? soFar.seats,
    isComplete: query.data !== undefined,
    isWaiting: isBusy(query.failureReason) && query.isFetching,
    share: soFar.share,
    error: query.error,
    retry: () => void query.refetch(),
  };
}

interface Read {
  readonly key?: string;
  readonly seats?: readonly Seat[];
  readonly share: number;
}

const NOTHING: Read = { share: 0 };

/** What was decided since is asked first, so that every seat is shown as it is now. */
async function readSeats(
  sources: readonly Source[],
  now: number,
  progress: (parts: readonly (readonly Seat[])[], share: number) => void,
): Promise<readonly (readonly Seat[])[]> {
  keepOnly(sources.map(({ table }) => table.list));
  const places = sources.flatMap((source) => {
    const { profile, table } = source;
    const changes = gatherChanges((from) =>
      call('readSubscriptionChanges', { profileId: profile.id, list: table.list, from }),
    );
    // Thrown where it is waited for; nobody may be told of it as lost before.
    changes.catch(() => undefined);
    return Array.from({ length: table.parts }, (_, part) => ({ source, part, changes }));
  });
  const read = async (index: number): Promise<readonly Seat[]> => {
    const place = places[index];
    if (!place) return [];
    const { source, part, changes } = place;
    const [seats, since] = await Promise.all([unpackPart(await readPart(source.table.list, part), now), changes]);
    return seats.map((seat, n) => ({ ...asOfNow(seat, source.table.roles, since), source, part, place: n }));
  };
  return readBuckets(places.length, read, (parts, done) => progress(parts, done / places.length));
}
