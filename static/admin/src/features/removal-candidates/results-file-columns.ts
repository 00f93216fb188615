import type { RoleKey, RunResult } from '../../../../../src/shared/contract';
import type { ListColumn } from '../../components/export/list-file';
import { FLAG_WORDS } from '../../components/flag-words';
import { PROOF_WORDS } from './proof-words';

export interface ResultKnowledge {
  readonly nameOf: (roleKey: RoleKey) => string;
  /** Writes a sentence with the names of groups. */
  readonly say: (text: string) => string;
}

/** The columns of a file of what a run came to; its people come before them. */
export function resultColumns({ nameOf, say }: ResultKnowledge): readonly ListColumn<RunResult>[] {
  return [
    { key: 'number', header: 'Candidate', value: ({ row }) => row.number },
    { key: 'applicationKey', header: 'Application key', value: ({ row }) => row.roleKey },
    { key: 'application', header: 'Application', value: ({ row }) => nameOf(row.roleKey) },
    { key: 'state', header: 'State', value: ({ row }) => row.state },
    { key: 'mark', header: 'Mark', value: ({ row }) => (row.flag ? FLAG_WORDS[row.flag] : null) },
    { key: 'takenBackHere', header: 'Taken back in this run', value: ({ row }) => (row.isRemoved ? 'yes' : 'no') },
    { key: 'seatFreed', header: 'Seat freed', value: ({ row }) => (row.seatFreed ? PROOF_WORDS[row.seatFreed] : null) },
    { key: 'settledAt', header: 'Settled (UTC)', value: ({ row }) => row.settledAt },
    { key: 'what', header: 'What happened', value: ({ row }) => (row.what === null ? null : say(row.what)) },
  ];
}
