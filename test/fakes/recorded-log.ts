import type { Log } from '../../src/ports/ambient';

export interface LogLine {
  readonly level: 'info' | 'error';
  readonly event: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/** Keeps the lines that would be printed. */
export class RecordedLog implements Log {
  readonly lines: LogLine[] = [];

  info(event: string, facts: LogLine['facts'] = {}): void {
    this.lines.push({ level: 'info', event, facts });
  }

  error(event: string, facts: LogLine['facts'] = {}): void {
    this.lines.push({ level: 'error', event, facts });
  }
}
