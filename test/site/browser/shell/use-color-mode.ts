import { useEffect, useState } from 'react';

export type ColorMode = 'light' | 'dark';
const STORED = 'site-color-mode';
const THEME = 'light:light dark:dark spacing:spacing typography:typography shape:shape motion:motion';

/** The shell's color mode, kept between visits and written to the root element for the design tokens. */
export function useColorMode(): [ColorMode, (mode: ColorMode) => void] {
  const [mode, setMode] = useState<ColorMode>(() => (localStorage.getItem(STORED) === 'dark' ? 'dark' : 'light'));
  useEffect(() => {
    localStorage.setItem(STORED, mode);
    document.documentElement.dataset['colorMode'] = mode;
    document.documentElement.dataset['theme'] = THEME;
  }, [mode]);
  return [mode, setMode];
}
