/**
 * Tells the product how high the app's document is, in both ways that products measure: the height of its body, and how far it
 * scrolls. The product decides whether it resizes the frame, and by which of the two.
 */
(() => {
  let last = '';
  const tell = () => {
    if (!document.body) return;
    const { marginTop, marginBottom } = getComputedStyle(document.body);
    const bodyOffset = document.body.offsetHeight + parseFloat(marginTop) + parseFloat(marginBottom);
    const { scrollHeight } = document.documentElement;
    const measured = `${bodyOffset} ${scrollHeight}`;
    if (measured === last) return;
    last = measured;
    parent.postMessage({ forgeBridge: 1, type: 'height', bodyOffset, scrollHeight }, '*');
  };
  addEventListener('DOMContentLoaded', () => {
    new ResizeObserver(tell).observe(document.body);
    new MutationObserver(() => requestAnimationFrame(tell)).observe(document.documentElement, {
      attributes: true,
      childList: true,
      subtree: true,
    });
    tell();
  });
  for (const event of ['load', 'resize', 'transitionend', 'animationend', 'click']) addEventListener(event, tell, true);
})();
