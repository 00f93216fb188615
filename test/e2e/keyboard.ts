import type { Page } from 'playwright-core';

/** More stops than any of our pages has. */
const MOST_STOPS = 90;

interface Place {
  /** What a screen reader would say of the element that has the focus. */
  readonly name: string;
  readonly isInDialog: boolean;
}

/** Where the focus is in the app's frame; nowhere while the shell around it has it. */
export async function focused(page: Page): Promise<Place> {
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (!frame) throw new Error('the app has no frame');
  return frame.evaluate(() => {
    const element = document.hasFocus() ? document.activeElement : null;
    const labels = (element as HTMLInputElement | null)?.labels;
    const name = element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? '';
    return { name: name.trim(), isInDialog: element?.closest('[role="dialog"]') != null };
  });
}

/** Goes on with Tab until something of this name has the focus. */
export async function tabTo(page: Page, wanted: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(key);
    const { name } = await focused(page);
    if (wanted.test(name)) return;
    passed.push(name.slice(0, 30));
  }
  throw new Error(`Tab does not lead to ${String(wanted)}; it passed ${passed.join(' | ')}`);
}
