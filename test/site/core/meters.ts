interface EndpointMeter {
  requests: number;
  points: number;
  statuses: Record<string, number>;
}
interface FunctionMeter {
  invocations: number;
  errors: number;
  /** As on the platform, where little memory means a small share of a processor. */
  milliseconds: number;
  /** Processor time. */
  cpuMs: number;
  gbSeconds: number;
  /** Highest resident memory of one invocation, MB. */
  peakMemoryMb: number;
}

/** What the site measured since it started or was reset: the cost of the app, in the units Atlassian charges. */
export interface MeterReading {
  /** Key: `METHOD /path/with/{placeholders}` → principal kind → numbers. */
  jira: Record<string, Record<string, EndpointMeter>>;
  kvs: {
    reads: number;
    writes: number;
    readUnits: number;
    writeUnits: number;
    bytesRead: number;
    bytesWritten: number;
    /** Requests that were refused because too many came. */
    throttled: number;
  };
  queue: { pushes: number; deliveries: number; retries: number; failed: number };
  functions: Record<string, FunctionMeter>;
  logLines: number;
  /** Highest resident memory of a function process, MB. */
  peakMemoryMb: number;
}

const empty = (): MeterReading => ({
  jira: {},
  kvs: { reads: 0, writes: 0, readUnits: 0, writeUnits: 0, bytesRead: 0, bytesWritten: 0, throttled: 0 },
  queue: { pushes: 0, deliveries: 0, retries: 0, failed: 0 },
  functions: {},
  logLines: 0,
  peakMemoryMb: 0,
});

const noInvocation = (): FunctionMeter => ({
  invocations: 0,
  errors: 0,
  milliseconds: 0,
  cpuMs: 0,
  gbSeconds: 0,
  peakMemoryMb: 0,
});

export class Meters {
  private state = empty();

  reset(): void {
    this.state = empty();
  }

  read(): MeterReading {
    return structuredClone(this.state);
  }

  jiraCall(operation: string, principalKind: string, status: number, points: number): void {
    const byPrincipal = (this.state.jira[operation] ??= {});
    const meter = (byPrincipal[principalKind] ??= { requests: 0, points: 0, statuses: {} });
    meter.requests += 1;
    meter.points += points;
    meter.statuses[status] = (meter.statuses[status] ?? 0) + 1;
  }

  kvsThrottled(): void {
    this.state.kvs.throttled += 1;
  }

  /** One KVS request; a unit is 10 KB of the request or the answer, rounded up, a batch summed first. */
  kvsCall(kind: 'read' | 'write', bytes: number): void {
    const units = Math.max(1, Math.ceil(bytes / 10_240));
    const { kvs } = this.state;
    if (kind === 'read') {
      kvs.reads += 1;
      kvs.readUnits += units;
      kvs.bytesRead += bytes;
    } else {
      kvs.writes += 1;
      kvs.writeUnits += units;
      kvs.bytesWritten += bytes;
    }
  }

  queue(what: 'pushes' | 'deliveries' | 'retries' | 'failed', count = 1): void {
    this.state.queue[what] += count;
  }

  invocation(
    functionKey: string,
    {
      milliseconds,
      memoryMb,
      cpuMs,
      peakMemoryMb,
      failed,
    }: { milliseconds: number; memoryMb: number; cpuMs: number; peakMemoryMb: number; failed: boolean },
  ): void {
    const meter = (this.state.functions[functionKey] ??= noInvocation());
    meter.invocations += 1;
    meter.errors += failed ? 1 : 0;
    meter.milliseconds += milliseconds;
    meter.cpuMs += cpuMs;
    meter.gbSeconds += (milliseconds / 1000) * (memoryMb / 1024);
    meter.peakMemoryMb = Math.max(meter.peakMemoryMb, peakMemoryMb);
    this.state.peakMemoryMb = Math.max(this.state.peakMemoryMb, peakMemoryMb);
  }

  logLine(): void {
    this.state.logLines += 1;
  }
}
