import { lastDayBefore } from '../days/told-day';
import { utcDay } from '../instant';
import type { PromiseHold, Waiting } from './seat-promise';

/** What stands against taking the seat, in one sentence. */
export function tellHold(hold: PromiseHold): string {
  switch (hold.code) {
    case 'wants-to-keep':
      return 'The person wants to keep the seat: decide about that first.';
    case 'may-answer':
      return `The person was asked and may still answer until ${hold.day}.`;
    case 'kept':
      return hold.because === 'granted'
        ? `The person asked to keep the seat, and that was granted until ${lastDayBefore(hold.until)}.`
        : `An administrator keeps this seat until ${lastDayBefore(hold.until)}.`;
  }
}

/** The same of a seat that would be lost with another one. */
export function tellHoldOfLost(hold: PromiseHold, seat: string): string {
  const loses = `The seat of ${seat} would be lost too`;
  switch (hold.code) {
    case 'wants-to-keep':
      return `${loses}, and its holder wants to keep it: decide about that first.`;
    case 'may-answer':
      return `${loses}, and its holder may still answer until ${hold.day}.`;
    case 'kept':
      return `${loses}, and it was promised to stay until ${lastDayBefore(hold.until)}.`;
  }
}

const HAPPENED: Readonly<Record<Waiting['how'], string>> = {
  restored: 'The seat was given back',
  're-added': 'The person was put back into a group',
  seen: 'Activity was found',
};

/** Why a rule does not propose the seat yet. */
export function tellWaiting({ how, at }: Waiting, days: number): string {
  return `${HAPPENED[how]} on ${utcDay(at)}; the rule waits ${days} days from then.`;
}
