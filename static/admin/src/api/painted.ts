/** A tab that nobody looks at draws nothing. */
const AT_MOST_MS = 250;

/** Resolves when what was just drawn is on the screen. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, AT_MOST_MS);
    requestAnimationFrame(() => setTimeout(done));
  });
}
