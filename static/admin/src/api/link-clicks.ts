import { openTab } from './bridge';

/**
 * Opens links in a new tab where the person asks for one: with the middle button, or with Ctrl, Command or Shift, by mouse or
 * keyboard. The product does it, because the frame may open no window. Every other click is left to the link itself.
 */
export function openTabsByProduct(site: string): void {
  const listen = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link?.href || link.download || !wantsTab(event)) return;
    event.preventDefault();
    event.stopPropagation();
    // Of the frame's own origin: the product told no address for it, so it opens as with a plain click.
    if (link.origin === location.origin) link.click();
    else openTab(link.origin === site ? link.href.slice(site.length) : link.href);
  };
  document.addEventListener('click', listen, true);
  document.addEventListener('auxclick', listen, true);
}

function wantsTab({ type, button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return type === 'auxclick' ? button === 1 : ctrlKey || metaKey || shiftKey;
}
