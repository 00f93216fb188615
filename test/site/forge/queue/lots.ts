const MULTIPLIER = 48_271;
const MODULUS = 2_147_483_647;

/** A fixed pseudo-random sequence (Park and Miller): queues keep no order, yet two runs deliver alike. */
export class Lots {
  private state = 1;

  draw(): number {
    this.state = (this.state * MULTIPLIER) % MODULUS;
    return this.state;
  }
}
