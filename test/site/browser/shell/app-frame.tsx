import { useEffect, useRef, useState } from 'react';
import { bridgeHost, type Surroundings } from './bridge-host';
import type { AppPage, ShellState } from './server';
import { connect, type FrameHeight, type Wire } from './wire';

/** As documented: a frame can open no window, so nothing is lost when an app asks the product for a tab. */
const SANDBOX = 'allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts';
const THEME = 'light:light dark:dark spacing:spacing typography:typography shape:shape motion:motion';

interface AppFrameProps {
  readonly page: AppPage;
  readonly colorMode: 'light' | 'dark';
  readonly height: ShellState['switches']['frameHeight'];
  readonly surroundings: Omit<Surroundings, 'colorMode' | 'enableTheming'>;
  readonly modalContext?: unknown;
}

/** One page of the app, in the frame and with the rights that the platform gives it. */
export function AppFrame({ page, colorMode, height, surroundings, modalContext }: AppFrameProps) {
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
    wire.current = connect(element, origin, {
      call: bridgeHost(page, around, modalContext),
      violation: reportViolation,
      height: (measured) => resize(element, height, measured),
    });
    element.src = page.url;
    return () => wire.current?.close();
    // The frame belongs to one page for its whole life: a new page is a new frame.
  }, []);

  useEffect(() => {
    if (themed) wire.current?.post({ type: 'theme', colorMode, theme: THEME });
  }, [themed, colorMode]);

  const className = height === 'fixed' ? 'app-frame' : 'app-frame resized';
  return <iframe ref={frame} className={className} title={page.title} sandbox={SANDBOX} />;
}

function resize(frame: HTMLIFrameElement, by: AppFrameProps['height'], measured: FrameHeight): void {
  if (by !== 'fixed') frame.style.height = `${by === 'body-offset' ? measured.bodyOffset : measured.scrollHeight}px`;
}

/** What production would have blocked must not pass unnoticed here. */
function reportViolation(text: string): void {
  console.error(`Content security policy: ${text}`);
}
