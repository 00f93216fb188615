import type { AccountId, RoleKey } from '../domain/identifiers';

/** What names one seat: a person and an application. */
export interface Seat {
  readonly accountId: AccountId;
  readonly roleKey: RoleKey;
}

/** Something of each seat. Two maps deep: one text made of both names costs more than all else that is done to a seat. */
export class SeatMap<Value> {
  private readonly roles = new Map<RoleKey, Map<AccountId, Value>>();

  /** Each by the seat that it is of. */
  static of<Value extends Seat>(values: Iterable<Value>): SeatMap<Value> {
    const map = new SeatMap<Value>();
    for (const value of values) map.set(value, value);
    return map;
  }

  get({ accountId, roleKey }: Seat): Value | undefined {
    return this.roles.get(roleKey)?.get(accountId);
  }

  has({ accountId, roleKey }: Seat): boolean {
    return this.roles.get(roleKey)?.has(accountId) === true;
  }

  set({ accountId, roleKey }: Seat, value: Value): void {
    const people = this.roles.get(roleKey);
    if (people) people.set(accountId, value);
    else this.roles.set(roleKey, new Map([[accountId, value]]));
  }
}
