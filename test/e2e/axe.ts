import { source as AXE } from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds in the app's frame, in one line each. */
export async function violations(page: Page): Promise<string[]> {
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (!frame) throw new Error('the app has no frame');
  await frame.evaluate(AXE);
  await frame.evaluate(holdStill);
  return frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
  });
}

/** Colours halfway from disabled to enabled, or of a dialog fading in, are nobody's to read: from here on everything is at its end at once. */
function holdStill(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
