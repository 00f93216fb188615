/**
 * Keeps the style properties `--visible-top` and `--visible-height` at the part of the frame that the person sees: in a frame as
 * high as its page that is not all of it, and the frame is not told how far the product has scrolled. Dialogs and panels open
 * there. Measured when the person acts, as that is when something opens.
 */
export function followVisiblePart(): void {
  const whole = document.createElement('div');
  Object.assign(whole.style, { position: 'fixed', inset: '0', visibility: 'hidden', pointerEvents: 'none' });
  document.body.append(whole);
  let isMeasuring = false;
  const measure = () => {
    if (isMeasuring) return;
    isMeasuring = true;
    const observer = new IntersectionObserver(([entry]) => {
      observer.disconnect();
      isMeasuring = false;
      if (entry && entry.intersectionRect.height > 0) setPart(entry.intersectionRect);
    });
    observer.observe(whole);
  };
  for (const event of ['pointerdown', 'keydown', 'focusin', 'resize']) addEventListener(event, measure, true);
  measure();
}

function setPart({ top, height }: DOMRectReadOnly): void {
  const { style } = document.documentElement;
  style.setProperty('--visible-top', `${Math.round(top)}px`);
  style.setProperty('--visible-height', `${Math.round(height)}px`);
}
