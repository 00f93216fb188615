/** Fine enough to notice when the window is made higher or lower. */
const STEPS = Array.from({ length: 101 }, (_, step) => step / 100);

/**
 * Keeps the style properties `--visible-top`, `--visible-height` and `--visible-bottom` at the part of the frame that the person
 * sees: in a frame as high as its page that is not all of it, and the frame is not told how far the product has scrolled. Dialogs
 * and panels open there, and bars stay there. Measured anew when the person acts, as that is when something opens or scrolls.
 */
export function followVisiblePart(): void {
  const whole = document.createElement('div');
  Object.assign(whole.style, { position: 'fixed', inset: '0', visibility: 'hidden', pointerEvents: 'none' });
  document.body.append(whole);
  let isAsked = false;
  const observer = new IntersectionObserver(
    (entries) => {
      isAsked = false;
      setPart(entries.at(-1));
    },
    { threshold: STEPS },
  );
  observer.observe(whole);
  const measure = () => {
    if (isAsked) return;
    isAsked = true;
    observer.unobserve(whole);
    observer.observe(whole); // answers at once, whatever has changed
  };
  for (const event of ['pointerdown', 'pointermove', 'wheel', 'keydown', 'focusin'])
    addEventListener(event, measure, { capture: true, passive: true });
}

function setPart(entry: IntersectionObserverEntry | undefined): void {
  if (!entry || entry.intersectionRect.height === 0) return;
  const { boundingClientRect: frame, intersectionRect: part } = entry;
  const { style } = document.documentElement;
  style.setProperty('--visible-top', `${Math.round(part.top)}px`);
  style.setProperty('--visible-height', `${Math.round(part.height)}px`);
  style.setProperty('--visible-bottom', `${Math.round(frame.bottom - part.bottom)}px`);
}
