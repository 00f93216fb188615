import { useEffect, useRef, useState } from 'react';
import { bridgeHost, type Surroundings } from './bridge-host';
import type { AppPage } from './server';
import { connect, type Wire } from './wire';

const SANDBOX =
  'allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts allow-popups';
const THEME = 'light:light dark:dark spacing:spacing typography:typography shape:shape motion:motion';

interface AppFrameProps {
  readonly page: AppPage;
  readonly colorMode: 'light' | 'dark';
  readonly surroundings: Omit<Surroundings, 'colorMode' | 'enableTheming'>;
  readonly modalContext?: unknown;
}

/** One page of the app, in the frame and with the rights that the platform gives it. */
export function AppFrame({ page, colorMode, surroundings, modalContext }: AppFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const wire = useRef<Wire>(undefined);
  const mode = useRef(colorMode);
  const [themed, setThemed] = useState(false);
  mode.current = colorMode;

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const around = { ...surroundings, colorMode: () => mode.current, enableTheming: () => setThemed(true) };
    const origin = new URL(page.url).origin;
    wire.current = connect(element, origin, bridgeHost(page, around, modalContext), reportViolation);
    element.src = page.url;
    return () => wire.current?.close();
    // The frame belongs to one page for its whole life: a new page is a new frame.
  }, []);

  useEffect(() => {
    if (themed) wire.current?.post({ type: 'theme', colorMode, theme: THEME });
  }, [themed, colorMode]);

  return <iframe ref={frame} className="app-frame" title={page.title} sandbox={SANDBOX} />;
}

/** What production would have blocked must not pass unnoticed here. */
function reportViolation(text: string): void {
  console.error(`Content security policy: ${text}`);
}
