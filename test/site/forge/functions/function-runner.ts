import { randomUUID } from 'node:crypto';
import type { SimulatedClock } from '../../core/clock';
import type { Faults } from '../../core/faults';
import type { Meters } from '../../core/meters';
import type { Switches } from '../../core/switches';
import type { Caller, FunctionDeclaration, Manifest } from '../manifest/manifest';
import type { Container, RunReport } from './container';
import type { FunctionProcesses } from './function-processes';
import type { Installation } from './installation';
import { failed, wrapperEvent, type Chain, type Invocation, type InvocationOutcome } from './invocation';
import { cpuShare, elapsedMs, timeoutSeconds } from './limits';
import { LogBook } from './log-book';

export interface RunnerOptions {
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly processes: FunctionProcesses;
  readonly clock: SimulatedClock;
  readonly meters: Meters;
  readonly faults: Faults;
  readonly switches: Switches;
  readonly proxyUrl: () => string;
}

/** Runs the app's functions for one site, holding its clock and measuring while they run; other sites may share the processes. */
export class FunctionRunner {
  readonly logs: LogBook;
  /** Invocations since the start. */
  started = 0;
  private stopped = false;
  private readonly running = new Map<string, { invocation: Invocation; container: Container }>();

  constructor(private readonly options: RunnerOptions) {
    this.logs = new LogBook(options.meters);
    options.processes.join(this);
  }

  /** The invocation a proxy token belongs to, while it runs within its limits: beyond them nothing it asks for is done. */
  byToken(token: string): Invocation | undefined {
    const running = this.running.get(token);
    return running?.container.withinLimits() === true ? running.invocation : undefined;
  }

  /** Ends the process of a running invocation, as a crash of the machine would. */
  kill(invocation: Invocation): void {
    this.running.get(invocation.token)?.container.kill(killed);
  }

  async invoke(
    caller: Caller,
    body: unknown,
    { accountId, chain = { pushes: 0 } }: { accountId?: string; chain?: Chain } = {},
  ): Promise<InvocationOutcome> {
    const declared = this.options.manifest.functions.get(caller.functionKey);
    if (declared === undefined) return failed('FUNCTION_ERR', `The manifest has no function ${caller.functionKey}`);
    if (this.stopped) return killed;
    this.started += 1;
    const fault = this.options.faults.take({ door: 'function', function: declared.key });
    if (fault?.killFunction === 'before' || fault?.status !== undefined) return killed;
    if (fault?.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    const pool = this.options.processes.poolOf(declared);
    const container = await pool.acquire();
    const invocation = { id: randomUUID(), token: randomUUID(), caller, accountId, chain };
    const outcome = await this.runIn(container, invocation, declared, body);
    if (fault?.killFunction === 'after') container.kill(killed);
    pool.release(container);
    return fault?.killFunction === 'after' || fault?.drop === true ? killed : outcome;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const { container } of this.running.values()) container.kill(killed);
    await this.options.processes.leave(this);
  }

  private async runIn(
    container: Container,
    invocation: Invocation,
    declared: FunctionDeclaration,
    body: unknown,
  ): Promise<InvocationOutcome> {
    if (this.stopped) return killed; // while it waited for a process that other sites use
    const { clock, manifest, installation, proxyUrl, switches } = this.options;
    const { id, token } = invocation;
    const share = switches.get('cpuShare') === 'whole' ? 1 : cpuShare(declared.memoryMb);
    const releaseClock = clock.hold();
    const began = performance.now();
    this.running.set(token, { invocation, container });
    try {
      const report = await container.run({
        id,
        event: wrapperEvent(invocation, declared, body, {
          manifest,
          installation,
          proxyUrl: proxyUrl(),
          tellsPermissions: switches.get('contextPermissions'),
          license: switches.get('license'),
        }),
        simulatedNow: clock.now(),
        timeoutMs: timeoutSeconds(declared, manifest) * 1000,
        cpuShare: share,
        onLog: (level, text) =>
          this.logs.add({ at: clock.now(), functionKey: declared.key, invocationId: id, level, text }),
      });
      this.measure(declared, elapsedMs(performance.now() - began, report.cpuMs, share), report);
      return report.outcome;
    } finally {
      this.running.delete(token);
      releaseClock();
    }
  }

  private measure(declared: FunctionDeclaration, milliseconds: number, report: RunReport): void {
    const { meters } = this.options;
    const { memoryMb, key } = declared;
    const { cpuMs, peakMemoryMb, outcome } = report;
    meters.invocation(key, { milliseconds, memoryMb, cpuMs, peakMemoryMb, failed: !outcome.success });
    this.logs.dropped(report.droppedLogLines);
  }
}

const killed = failed('FUNCTION_PLATFORM_UNKNOWN_ERROR', 'The process of the function was killed');
