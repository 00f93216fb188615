import type { SimulatedClock } from '../core/clock';
import type { JiraResponse } from '../core/exchange';
import type { Faults } from '../core/faults';
import type { Meters } from '../core/meters';
import type { ForgePart, JiraPart, ProductEvent } from '../core/parts';
import type { Switches } from '../core/switches';
import { mayUseApp } from './distribution';
import { installedEvent } from './events/installed-event';
import { ProductEvents } from './events/product-events';
import type { FunctionProcesses } from './functions/function-processes';
import { allowanceTime } from './allowance-time';
import { FunctionRunner } from './functions/function-runner';
import { InvocationRates } from './functions/invocation-rates';
import { installationOn, type Installation } from './functions/installation';
import type { InvocationOutcome } from './functions/invocation';
import type { LogLine } from './functions/log-book';
import { Kvs } from './kvs/kvs';
import type { StoreSnapshot } from './kvs/tables';
import type { Caller, Manifest } from './manifest/manifest';
import { AccountRegister } from './proxy/account-register';
import { JiraDoor } from './proxy/jira-door';
import { KvsDoor } from './proxy/kvs-door';
import { PlatformProxy } from './proxy/platform-proxy';
import { StargateDoor } from './proxy/stargate-door';
import { Consumers } from './queue/consumers';
import { Queues, type QueueCounts } from './queue/queues';
import { Settling } from './settling';
import { callResolver, pageContext, type InvokeAnswer } from './resolver-call';
import { Delays } from './timeline/delays';
import { InFlight } from './timeline/in-flight';
import { Scheduler } from './timeline/scheduler';
import { Timeline } from './timeline/timeline';

/** When the installed event comes. */
const INSTALLED_MS = [0, 100_000];
/** An app that never stops pushing must not hang whoever drains. */
const LONGEST_DRAIN_MS = 7 * 86_400_000;

export interface ForgeHostOptions {
  readonly manifest: Manifest;
  /** Of all the sites that have the app. */
  readonly processes: FunctionProcesses;
  readonly jira: JiraPart;
  readonly clock: SimulatedClock;
  readonly meters: Meters;
  readonly faults: Faults;
  readonly switches: Switches;
  /** Of what is drawn by lot: when events arrive, what is delivered twice. */
  readonly seed?: number;
}

export interface ForgeSnapshot {
  readonly store: StoreSnapshot;
  readonly schedule: Readonly<Record<string, number>>;
}

/** What Forge is to an installed app: runs its functions, gives them the platform, and calls them when it is time. */
export class ForgeHost implements ForgePart {
  readonly kvs: Kvs;
  readonly pages: Manifest['pages'];
  readonly permissions: unknown;
  readonly scopes: readonly string[];
  readonly accounts: AccountRegister;
  private readonly manifest: Manifest;
  private readonly installation: Installation;
  private readonly runner: FunctionRunner;
  private readonly proxy: PlatformProxy;
  private readonly jiraDoor: JiraDoor;
  private readonly queues: Queues;
  private readonly events: ProductEvents;
  private readonly scheduler: Scheduler;
  private readonly timeline: Timeline;
  private readonly inFlight = new InFlight();
  private readonly rates: InvocationRates;
  private readonly settling: Settling;

  constructor(private readonly options: ForgeHostOptions) {
    const { manifest, jira, clock, meters, faults, switches } = options;
    this.manifest = manifest;
    this.rates = new InvocationRates(allowanceTime(() => clock.now()));
    this.pages = manifest.pages;
    this.permissions = manifest.permissions;
    this.scopes = manifest.scopes;
    this.accounts = new AccountRegister(() => clock.now());
    this.installation = installationOn(jira.site.cloudId);
    this.settling = new Settling(clock, switches);
    this.kvs = new Kvs({ entities: manifest.entities, clock, meters, switches });
    this.runner = new FunctionRunner({ ...options, installation: this.installation, proxyUrl: () => this.proxy.url });
    const launch = (work: Promise<unknown>) => this.launch(work);
    this.queues = new Queues({
      clock,
      meters,
      faults,
      launch,
      added: () => this.timeline.wake(),
      consumers: new Consumers(manifest, this.runner),
    });
    const delays = new Delays(options.seed ?? 1, switches);
    this.events = new ProductEvents({
      triggers: manifest.eventTriggers,
      clock,
      delays,
      switches,
      launch,
      viewsBetween: (after, until) => jira.viewsBetween(after, until),
      run: (trigger, payload) => this.runner.invoke(trigger, payload),
    });
    this.scheduler = new Scheduler(manifest.scheduledTriggers, clock, delays, (trigger) =>
      launch(this.runTrigger(trigger)),
    );
    this.timeline = new Timeline(clock, this.inFlight, [this.scheduler, this.events, this.queues]);
    this.jiraDoor = new JiraDoor({ jira, manifest, clock, switches, inFlight: this.inFlight, settling: this.settling });
    this.proxy = new PlatformProxy(this.runner, {
      jira: this.jiraDoor,
      kvs: new KvsDoor(this.kvs, faults, manifest.scopes.includes('storage:app'), this.settling),
      stargate: new StargateDoor(this.queues, faults, manifest.scopes, this.accounts),
    });
  }

  private get license(): string {
    return this.options.switches.get('license');
  }

  async start(): Promise<void> {
    await this.proxy.start();
  }

  async stop(): Promise<void> {
    this.timeline.stop();
    this.queues.stop();
    await this.runner.stop();
    await this.proxy.stop();
  }

  async invoke(call: Parameters<ForgePart['invoke']>[0]): Promise<InvokeAnswer> {
    const caller = this.manifest.resolvers.find(({ key }) => key === call.moduleKey);
    if (caller === undefined)
      return { ok: false, error: { name: 'NOT_FOUND', message: `No module ${call.moduleKey} has a resolver.` } };
    const { functionKey, payload, accountId } = call;
    if (!this.mayUseApp(accountId))
      return { ok: false, error: { name: 'FORBIDDEN', message: 'The app is not shared with this person.' } };
    const tooOften = this.rates.refusalOf(accountId);
    if (tooOften !== undefined) return { ok: false, error: { name: 'TOO_MANY_REQUESTS', message: tooOften } };
    const context = pageContext(
      caller,
      this.manifest,
      this.installation,
      this.options.jira.site.timeZone,
      this.license,
    );
    const run = (body: unknown) => this.runner.invoke(caller, body, { accountId });
    const work = callResolver(run, { functionKey, payload }, context);
    this.launch(work);
    return work;
  }

  fetchProduct({ path, ...call }: Parameters<ForgePart['fetchProduct']>[0]): Promise<JiraResponse> {
    return this.jiraDoor.fromPage({ ...call, url: path, body: call.body });
  }

  mayUseApp(accountId: string): boolean {
    return mayUseApp(accountId, this.options);
  }

  context(moduleKey: string, accountId: string): Record<string, unknown> {
    const type = this.pages.find(({ key }) => key === moduleKey)?.type ?? '';
    return {
      ...pageContext(
        { type, key: moduleKey },
        this.manifest,
        this.installation,
        this.options.jira.site.timeZone,
        this.license,
      ),
      accountId,
    };
  }

  /** The module whose resolver a function is, or the module itself. */
  resolverModule(functionOrModuleKey: string): string | undefined {
    const { resolvers } = this.manifest;
    return resolvers.find(({ key, functionKey }) => [key, functionKey].includes(functionOrModuleKey))?.key;
  }

  /** What the manifest makes the platform call, by key. */
  inventory(): { functions: string[]; scheduledTriggers: string[]; queues: string[] } {
    return {
      functions: [...this.manifest.functions.keys()],
      scheduledTriggers: this.manifest.scheduledTriggers.map(({ key }) => key),
      queues: this.manifest.consumers.map(({ queue }) => queue),
    };
  }

  /** What fault rules can name at the doors of the store, the queues and the functions. */
  faultNames(): Record<'kvs' | 'queue' | 'function', readonly string[]> {
    const queue = ['push', 'deliver', 'stats', 'cancel'];
    return { kvs: this.kvs.operationNames, queue, function: [...this.manifest.functions.keys()] };
  }

  logs(): readonly LogLine[] {
    return this.runner.logs.read();
  }

  /** Log lines lost to the platform's limit. */
  droppedLogLines(): number {
    return this.runner.logs.dropped();
  }

  /** Installs the app: its event comes at once, before anything is ready, and once more. */
  async install(installerAccountId: string): Promise<void> {
    const { clock, switches } = this.options;
    this.settling.begin();
    const event = installedEvent(this.manifest, this.installation, installerAccountId, clock.now());
    const { eventType, timestamp, ...payload } = event.payload;
    const told = switches.get('lifecycleEventType') ? { eventType, timestamp, ...payload } : payload;
    this.events.emit({ ...event, payload: told }, clock.now(), INSTALLED_MS);
    await this.timeline.quiet();
  }

  /** Sends product events to the app's triggers; time leaps until each was delivered, a few minutes at most. */
  async emit(events: readonly ProductEvent[]): Promise<void> {
    const now = this.options.clock.now();
    const sent = events.map((event) => this.events.emit(event, now));
    await this.timeline.leapWhile(() => sent.some(({ left }) => left > 0));
  }

  /** Waits until nothing runs and nothing is due, without moving time. */
  quiet(): Promise<void> {
    return this.timeline.quiet();
  }

  /** Runs one scheduled trigger now, whenever it would be due; undefined when the manifest has none of that key. */
  trigger(moduleKey: string): Promise<InvocationOutcome> | undefined {
    const trigger = this.manifest.scheduledTriggers.find(({ key }) => key === moduleKey);
    if (trigger === undefined) return undefined;
    const work = this.runTrigger(trigger);
    this.launch(work);
    return work;
  }

  /** Moves simulated time, firing on the way what is due; answers how many invocations that took. */
  async advanceTo(instant: number): Promise<{ invocations: number }> {
    const before = this.runner.started;
    await this.timeline.advanceTo(instant);
    this.queues.takeCounts(); // what came on the way is no drain's work
    return { invocations: this.runner.started - before };
  }

  /**
   * Runs the queues until they are empty, and delivers the events that are on their way; time leaps to what waits, a week ahead at most. Answers what was
   * delivered since all was last quiet: messages that left on their own just before the call are its work, too.
   */
  async drain(): Promise<QueueCounts> {
    const until = this.options.clock.now() + LONGEST_DRAIN_MS;
    await this.timeline.leapWhile(() => !(this.queues.empty && this.events.empty) && this.options.clock.now() < until);
    return this.queues.takeCounts();
  }

  snapshot(): ForgeSnapshot {
    return { store: this.kvs.snapshot(), schedule: this.scheduler.snapshot() };
  }

  restore({ store, schedule }: ForgeSnapshot): void {
    this.kvs.restore(store);
    this.scheduler.restore(schedule);
  }

  private launch(work: Promise<unknown>): void {
    void this.inFlight.track(work).finally(() => this.timeline.wake());
  }

  private runTrigger(trigger: Caller): Promise<InvocationOutcome> {
    const context = { cloudId: this.installation.cloudId, moduleKey: trigger.key };
    return this.runner.invoke(trigger, { context, contextToken: 'local' });
  }
}
