import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { deployedNode } from '../runtime/deployed-node.cjs';
import { failed, type InvocationOutcome } from './invocation';
import { elapsedMs } from './limits';
import { processUsage, type ProcessUsage } from './process-usage';

const ENTRY = join(__dirname, '../runtime/container.cjs');
const LOOK_EVERY_MS = 20;
// As on AWS Lambda: the rest is left to buffers, code and the runtime itself.
const HEAP_SHARE = 0.9;

export interface Run {
  readonly id: string;
  readonly event: Record<string, unknown>;
  readonly simulatedNow: number;
  readonly timeoutMs: number;
  /** The part of a processor that the function gets. */
  readonly cpuShare: number;
  readonly onLog: (level: string, text: string) => void;
}

export interface RunReport {
  readonly outcome: InvocationOutcome;
  readonly peakMemoryMb: number;
  /** Processor time of the invocation, as last seen where the process did not live to tell. */
  readonly cpuMs: number;
  readonly droppedLogLines: number;
}

type FromChild =
  | { kind: 'ready' }
  | { kind: 'log'; id: string | undefined; level: string; text: string }
  | ({ kind: 'result'; id: string; result: InvocationOutcome } & Omit<RunReport, 'outcome'>);

/** The invocation that runs, and what it used when last looked at. */
interface Current {
  readonly run: Run;
  readonly finish: (report: RunReport) => void;
  readonly began: number;
  readonly cpuBefore: number;
  used: ProcessUsage;
}

/** One process that runs a function, one invocation at a time. Killed when it takes too long or too much memory. */
export class Container {
  private readonly child: ChildProcess;
  private stderr = '';
  private killedBecause: InvocationOutcome | undefined;
  private current: Current | undefined;
  private readonly ready: Promise<void>;
  private readonly exited: Promise<void>;
  alive = true;

  constructor(
    private readonly functionKey: string,
    private readonly memoryMb: number,
    bundleDir: string,
  ) {
    this.child = fork(ENTRY, [], {
      execPath: deployedNode(),
      execArgv: [`--max-old-space-size=${Math.floor(memoryMb * HEAP_SHARE)}`, '--enable-source-maps'],
      env: { PATH: process.env['PATH'], TZ: ':UTC', FORGE_EFS_RUNTIME_PATH: bundleDir },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child.stderr?.on('data', (chunk: Buffer) => (this.stderr = (this.stderr + chunk.toString()).slice(-4_000)));
    this.exited = new Promise((resolve) => this.child.once('close', () => resolve()));
    this.ready = new Promise((resolve) => {
      this.child.on('message', (message: FromChild) => {
        if (message.kind === 'ready') resolve();
        else this.receive(message);
      });
      void this.exited.then(() => resolve());
    });
    void this.exited.then(() => this.buried());
  }

  /** Resolves when the process has loaded the bundle's wrapper, or has died trying. */
  started(): Promise<void> {
    return this.ready;
  }

  /** Runs one invocation; a death of the process is an outcome, not an exception. */
  async run(run: Run): Promise<RunReport> {
    if (!this.alive) return this.report(this.causeOfDeath());
    const watch = setInterval(() => this.withinLimits(), LOOK_EVERY_MS);
    const { id, event, simulatedNow, timeoutMs, cpuShare } = run;
    try {
      return await new Promise<RunReport>((finish) => {
        const cpuBefore = processUsage(this.child.pid ?? 0)?.cpuMs ?? 0;
        this.current = { run, finish, began: performance.now(), cpuBefore, used: { peakMemoryMb: 0, cpuMs: 0 } };
        this.child.send({ id, event, simulatedNow, timeoutMs, cpuShare }, (error) => error && this.buried());
      });
    } finally {
      clearInterval(watch);
    }
  }

  /** Looks at what the running invocation used; over a limit, the process is killed and the answer is false. */
  withinLimits(): boolean {
    const { current } = this;
    if (current === undefined) return this.alive;
    const usage = processUsage(this.child.pid ?? 0);
    if (usage !== undefined)
      current.used = { peakMemoryMb: usage.peakMemoryMb, cpuMs: usage.cpuMs - current.cpuBefore };
    const breach = this.breach(current);
    if (breach !== undefined) this.kill(breach);
    return this.alive;
  }

  /** Ends the process at once; what it was running ends with this outcome. */
  kill(because: InvocationOutcome): void {
    this.killedBecause ??= because;
    this.alive = false;
    this.child.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exited;
  }

  private receive(message: Exclude<FromChild, { kind: 'ready' }>): void {
    if (this.current === undefined || message.id !== this.current.run.id) return;
    if (message.kind === 'log') {
      this.current.run.onLog(message.level, message.text);
    } else {
      const { result, peakMemoryMb, cpuMs, droppedLogLines } = message;
      this.current = { ...this.current, used: { peakMemoryMb, cpuMs } };
      const breach = this.breach(this.current);
      if (breach === undefined) this.end({ outcome: result, peakMemoryMb, cpuMs, droppedLogLines });
      else this.kill(breach);
    }
  }

  private buried(): void {
    this.alive = false;
    this.end(this.report(this.causeOfDeath()));
  }

  private end(report: RunReport): void {
    const finished = this.current;
    this.current = undefined;
    finished?.finish(report);
  }

  private report(outcome: InvocationOutcome): RunReport {
    return { outcome, peakMemoryMb: 0, cpuMs: 0, droppedLogLines: 0, ...this.current?.used };
  }

  private causeOfDeath(): InvocationOutcome {
    if (this.killedBecause !== undefined) return this.killedBecause;
    if (this.stderr.includes('heap out of memory')) return this.outOfMemory();
    const lastWords = this.stderr.trim().split('\n').slice(0, 8).join('\n');
    return failed('FUNCTION_PLATFORM_UNKNOWN_ERROR', `The process of ${this.functionKey} ended. ${lastWords}`);
  }

  private breach({ run, began, used }: Current): InvocationOutcome | undefined {
    if (used.peakMemoryMb > this.memoryMb) return this.outOfMemory();
    if (elapsedMs(performance.now() - began, used.cpuMs, run.cpuShare) <= run.timeoutMs) return undefined;
    return failed('FUNCTION_TIME_OUT', `Function ${this.functionKey} timed out after ${run.timeoutMs / 1000} s`);
  }

  private outOfMemory(): InvocationOutcome {
    return failed('FUNCTION_OUT_OF_MEMORY', `Function ${this.functionKey} used more than ${this.memoryMb} MB`);
  }
}
