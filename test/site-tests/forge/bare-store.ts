import { SimulatedClock } from '../../site/core/clock';
import { Meters } from '../../site/core/meters';
import { Switches } from '../../site/core/switches';
import { Kvs } from '../../site/forge/kvs/kvs';
import { START } from './fixture';

const SEAT = {
  name: 'seat',
  attributes: {
    role: { type: 'string' },
    days: { type: 'integer' },
    at: { type: 'float' },
    active: { type: 'boolean' },
    note: { type: 'any' },
  },
  indexes: ['days', { name: 'by-role', partition: ['role'], range: ['at'] }],
} as const;
const DESK = { name: 'desk', attributes: { room: { type: 'string' } } } as const;

/** A store by itself, asked as the client would. */
export function bareStore() {
  const clock = new SimulatedClock(START);
  const [meters, switches] = [new Meters(), new Switches()];
  const entities = JSON.parse(JSON.stringify([SEAT, DESK])) as ConstructorParameters<typeof Kvs>[0]['entities'];
  const kvs = new Kvs({ entities, clock, meters, switches });
  const ask = (path: string, body: unknown) => kvs.handle(`/api/v1/${path}`, JSON.stringify(body));
  return {
    clock,
    meters,
    switches,
    ask,
    /** Status and code of an answer. */
    code: (path: string, body: unknown): string => {
      const { status, body: answer } = ask(path, body);
      const { code } = (answer ?? {}) as { code?: string };
      return code === undefined ? String(status) : `${status} ${code}`;
    },
    /** Keys on the first page of a query, and whether it has a cursor. */
    page: (body: object) => {
      const { data, cursor } = ask('entity/query', body).body as { data: { key: string }[]; cursor?: string };
      return { keys: data.map(({ key }) => key), cursor };
    },
  };
}
