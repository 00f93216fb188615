import type { Instant } from '../instant';
import type { PromiseHold, SeatBack } from './seat-promise';

type TellDay = (at: Instant) => string;

/** What stands against taking the seat, in one sentence. */
export function tellHold(hold: PromiseHold, day: TellDay): string {
  switch (hold.code) {
    case 'wants-to-keep':
      return 'The person wants to keep the seat: decide about that first.';
    case 'may-answer':
      return `The person was asked and may still answer until ${day(hold.until)}.`;
    case 'kept':
      return hold.because === 'granted'
        ? `The person asked to keep the seat, and that was granted until ${day(hold.until)}.`
        : `An administrator keeps this seat until ${day(hold.until)}.`;
  }
}

/** The same of a seat that would be lost with another one. */
export function tellHoldOfLost(hold: PromiseHold, seat: string, day: TellDay): string {
  const loses = `The seat of ${seat} would be lost too`;
  switch (hold.code) {
    case 'wants-to-keep':
      return `${loses}, and its holder wants to keep it: decide about that first.`;
    case 'may-answer':
      return `${loses}, and its holder may still answer until ${day(hold.until)}.`;
    case 'kept':
      return `${loses}, and it was promised to stay until ${day(hold.until)}.`;
  }
}

const HAPPENED: Readonly<Record<SeatBack['how'] | 'seen', string>> = {
  restored: 'The seat was given back',
  're-added': 'The person was put back into a group',
  seen: 'Activity was found',
};

/** Why a rule does not propose the seat yet. */
export function tellWaiting(
  { how, at }: { readonly how: SeatBack['how'] | 'seen'; readonly at: Instant },
  days: number,
  day: TellDay,
): string {
  return `${HAPPENED[how]} on ${day(at)}; the rule waits ${days} days from then.`;
}
