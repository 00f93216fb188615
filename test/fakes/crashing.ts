import type { Ports } from '../../src/ports/ports';
import { isThorough } from './thorough';

/** The process was killed: no code of ours may catch it. */
export class Killed extends Error {}

export interface Kill {
  /** The call of a port at which the process dies, counting from 1; later than the last call: it survives. */
  readonly atCall: number;
  /** Whether that call still takes effect. */
  readonly when: 'before' | 'after';
}

/**
 * At every how many calls a suite that tries them one by one kills. Dying before a call is dying after the one before it, unless
 * calls run side by side: a sample shows those.
 */
export const STRIDE: Readonly<Record<Kill['when'], number>> = isThorough
  ? { after: 1, before: 1 }
  : { after: 2, before: 7 };

const SYNCHRONOUS: readonly string[] = ['clock', 'ids', 'log', 'take', 'agreedScopes', 'licensing'];

/**
 * Ports of a process that is killed at one of its calls. A dead process calls nothing any more: work that was going on beside
 * the fatal call ends at its next call.
 */
export function crashing(ports: Ports, kill: Kill): { ports: Ports; calls: () => number } {
  let calls = 0;
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Killed(`killed ${kill.when} call ${kill.atCall}`);
  };
  const call = async (method: () => Promise<unknown>): Promise<unknown> => {
    if (dead) throw new Killed('a dead process called');
    calls += 1;
    const isFatal = calls === kill.atCall;
    if (isFatal && kill.when === 'before') die();
    const answer = await method();
    if (isFatal) die();
    return answer;
  };
  return { ports: interceptPorts(ports, call), calls: () => calls };
}

/** The same ports, every asynchronous call of which goes through `call`. */
export function interceptPorts(ports: Ports, call: (method: () => Promise<unknown>) => Promise<unknown>): Ports {
  const wrapped = Object.fromEntries(
    Object.entries(ports).map(([name, port]: [string, object]) => [
      name,
      SYNCHRONOUS.includes(name) ? port : intercept(port, call),
    ]),
  );
  return wrapped as unknown as Ports;
}

function intercept(port: object, call: (method: () => Promise<unknown>) => Promise<unknown>): object {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function' || SYNCHRONOUS.includes(String(name))) return member;
      return (...args: unknown[]) => call(() => Reflect.apply(member, target, args) as Promise<unknown>);
    },
  });
}

/** Every delivery is a process of its own; calls are counted over all of them. */
export function killOnce(ports: Ports, kill: Kill) {
  let before = 0;
  let process = crashing(ports, kill);
  return {
    calls: () => before + process.calls(),
    portsOf: () => {
      before += process.calls();
      process = crashing(ports, { ...kill, atCall: kill.atCall - before });
      return process.ports;
    },
  };
}
