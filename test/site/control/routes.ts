import type { z } from 'zod';
import { FaultRule } from '../core/fault-rule';
import { RecordError, type ProductEvent } from '../core/parts';
import type { Site } from '../assemble';
import { AccountBody, ClockBody, EventBody, InvokeBody, NothingBody, SwitchesBody, TriggerBody } from './inputs';
import { invokeAs } from './invoke-as';
import { isReported } from '../jira/events/views';
import { ControlRefusal } from './refusal';

/** Carries out one control call: the parsed body and the query in, the JSON answer out. */
export type Route = (site: Site, body: unknown, query: URLSearchParams) => unknown;

const withBody =
  <Schema extends z.ZodType>(schema: Schema, run: (site: Site, body: z.infer<Schema>) => unknown): Route =>
  (site, body) => {
    const parsed = schema.safeParse(body);
    if (parsed.success) return run(site, parsed.data);
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') ?? '';
    throw new ControlRefusal(400, `${field === '' ? 'body' : field}: ${issue?.message}`);
  };

const change =
  (kind: 'issue' | 'user' | 'group'): Route =>
  async (site, body) => {
    const events = records(() => site.jira.change(kind, body));
    await site.forge.emit(events);
    return { now: isoNow(site), events: events.map(({ eventType }) => eventType) };
  };

/** Every control call of the site, by method and path below /__site. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'GET ': (site) => ({
    now: isoNow(site),
    cloudId: site.jira.site.cloudId,
    seed: site.seed,
    counts: site.jira.counts(),
    ...site.forge.inventory(),
  }),
  'POST /clock': withBody(ClockBody, async (site, { to, advance = 0 }) => {
    const target = to ?? site.clock.now() + advance;
    if (target < site.clock.now()) throw new ControlRefusal(400, `to: time never goes back; now is ${isoNow(site)}`);
    const { invocations } = await site.forge.advanceTo(target);
    return { now: isoNow(site), invocations };
  }),
  'POST /trigger': withBody(TriggerBody, async (site, { module }) => {
    const run = site.forge.trigger(module);
    if (run === undefined) throw new ControlRefusal(404, `module: there is no scheduled trigger ${module}`);
    const outcome = await run;
    const { success } = outcome;
    return success ? { ok: true, now: isoNow(site) } : { ok: false, error: outcome.error };
  }),
  'POST /drain': withBody(NothingBody, (site) => site.forge.drain()),
  'POST /invoke': withBody(InvokeBody, (site, call) => invokeAs(site, call)),
  'POST /event': withBody(EventBody, async (site, { from, ...wanted }) => {
    const event = records(() => site.jira.event(wanted));
    await site.forge.emit(isReported(event.eventType, from, site.switches) ? [event] : []);
    return { now: isoNow(site) };
  }),
  'POST /issue': change('issue'),
  'POST /user': change('user'),
  'POST /account': withBody(AccountBody, (site, { accountId, state }) => {
    site.forge.accounts.set(accountId, state);
    return { now: isoNow(site) };
  }),
  'GET /accounts': ({ forge }) => ({ reports: forge.accounts.reports }),
  'POST /group': change('group'),
  'GET /meters': (site) => site.meters.read(),
  'DELETE /meters': (site) => {
    site.meters.reset();
    return site.meters.read();
  },
  'GET /traffic': (site, _body, query) => {
    const since = Number(query.get('since') ?? 0);
    if (!Number.isInteger(since) || since < 0) throw new ControlRefusal(400, 'since: a whole number');
    return site.jira.traffic(since);
  },
  'GET /mails': ({ jira }) => ({ mails: jira.mails() }),
  'DELETE /mails': ({ jira }) => {
    jira.clearMails();
    return { mails: jira.mails() };
  },
  'GET /faults': (site) => site.faults.list(),
  'POST /faults': withBody(FaultRule, (site, rule) => {
    checkNames(site, rule.match);
    site.faults.add(rule);
    return site.faults.list();
  }),
  'DELETE /faults': (site) => {
    site.faults.clear();
    return site.faults.list();
  },
  'GET /switches': (site) => site.switches.list(),
  'POST /switches': withBody(SwitchesBody, (site, values) => {
    setSwitches(site, values);
    return site.switches.list();
  }),
  'GET /kvs': (site, _body, query) => site.forge.kvs.dump(query.get('prefix') ?? ''),
  'GET /logs': (site) => site.forge.logs(),
};

const isoNow = ({ clock }: Site): string => new Date(clock.now()).toISOString();

/** A name that nothing has would match no call, and nobody would notice. */
function checkNames({ forge }: Site, match: FaultRule['match']): void {
  const known = forge.faultNames();
  for (const door of ['kvs', 'queue', 'function'] as const) {
    const name = match[door];
    if (name !== undefined && name !== '*' && !known[door].includes(name))
      throw new ControlRefusal(400, `match.${door}: there is no ${name}, only ${known[door].join(', ')} and * for all`);
  }
}

function setSwitches({ switches }: Site, values: Readonly<Record<string, unknown>>): void {
  try {
    switches.setAll(values);
  } catch (error) {
    throw new ControlRefusal(400, error instanceof Error ? error.message : String(error));
  }
}

function records<Value extends ProductEvent | ProductEvent[]>(change: () => Value): Value {
  try {
    return change();
  } catch (error) {
    if (error instanceof RecordError) throw new ControlRefusal(400, error.message);
    throw error;
  }
}
