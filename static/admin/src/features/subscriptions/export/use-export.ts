import { useEffect, useRef, useState } from 'react';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useNow } from '../../../api/now';
import { readNames } from '../../../api/people';
import { downloadFile, fileName } from '../../../components/export/download';
import type { Seat } from '../list/seat';
import { NO_REFS, readRefs } from './read-refs';
import { FORMS, writeSeats, type ExportHeader } from './export-file';

export interface ExportWish {
  readonly form: keyof typeof FORMS;
  readonly withNames: boolean;
  readonly seats: readonly Seat[];
  readonly header: Omit<ExportHeader, 'generatedAt'>;
}

/** How far a file is. */
export type ExportStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'names'; readonly done: number; readonly total: number; readonly waitSeconds: number | null }
  | { readonly kind: 'writing'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly name: string; readonly seats: number; readonly unnamed: number; save: () => void }
  | { readonly kind: 'failed'; readonly error: unknown };

type Show = (step: ExportStep) => void;

/** Makes a file of seats and gives it to the browser. Leaving the page stops it. */
export function useExport() {
  const client = useQueryClient();
  const now = useNow();
  const [step, setStep] = useState<ExportStep>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  function cancel(): void {
    running.current?.abort();
    setStep({ kind: 'idle' });
  }

  function start(wish: ExportWish): void {
    const own = new AbortController();
    running.current = own;
    const show: Show = (next) => {
      if (!own.signal.aborted) setStep(next);
    };
    makeFile(wish, { client, now, show, signal: own.signal }).catch((error: unknown) =>
      show({ kind: 'failed', error }),
    );
  }

  return { step, start, cancel };
}

interface Making {
  readonly client: QueryClient;
  readonly now: number;
  readonly show: Show;
  readonly signal: AbortSignal;
}

async function makeFile({ form: key, withNames, seats, header }: ExportWish, making: Making): Promise<void> {
  const { now, show, signal } = making;
  const form = FORMS[key];
  const accountIds = [...new Set(seats.map(({ accountId }) => accountId))];
  const people = withNames ? await namesOf(accountIds, making) : undefined;
  const refs = form.hasRefs ? await readRefs(seats) : NO_REFS;
  const parts = await writeSeats(
    form,
    { generatedAt: new Date(now).toISOString(), ...header },
    { seats, people, refs },
    { progress: (done) => show({ kind: 'writing', done, total: seats.length }), signal },
  );
  const name = fileName('subscriptions', now, form.extension);
  const save = () => downloadFile(name, form.type, parts);
  save();
  const unnamed = people ? accountIds.filter((accountId) => !people.has(accountId)).length : 0;
  show({ kind: 'done', name, seats: seats.length, unnamed, save });
}

function namesOf(accountIds: readonly string[], { client, show, signal }: Making) {
  let [done, total] = [0, accountIds.length];
  const tell = (waitSeconds: number | null) => show({ kind: 'names', done, total, waitSeconds });
  tell(null);
  return readNames(client, accountIds, {
    signal,
    onWait: tell,
    progress: (...counted) => {
      [done, total] = counted;
      tell(null);
    },
  });
}
