import type { Meters } from '../../core/meters';

export interface LogLine {
  /** Simulated milliseconds. */
  readonly at: number;
  readonly functionKey: string;
  readonly invocationId: string;
  readonly level: string;
  readonly text: string;
}

const KEPT_LINES = 5_000;

/** What the app's functions wrote to the console, newest last. */
export class LogBook {
  private lines: LogLine[] = [];
  private droppedLines = 0;

  constructor(private readonly meters: Meters) {}

  add(line: LogLine): void {
    this.meters.logLine();
    this.lines.push(line);
    if (this.lines.length > 2 * KEPT_LINES) this.lines = this.lines.slice(-KEPT_LINES);
  }

  /** Lines over the platform's log limit, which production would lose too. */
  dropped(count?: number): number {
    this.droppedLines += count ?? 0;
    return this.droppedLines;
  }

  read(): readonly LogLine[] {
    return this.lines.slice(-KEPT_LINES);
  }
}
