import { useEffect, type ReactNode } from 'react';

/**
 * Stands in for a package that writes a style element while a dialog is open, which the platform's content security policy
 * blocks: keeps the page behind the dialog from scrolling by a property instead.
 */
export default function ScrollLock({ children }: { readonly children?: ReactNode }): ReactNode {
  useEffect(() => {
    const { style } = document.documentElement;
    const before = style.overflow;
    style.overflow = 'hidden';
    return () => {
      style.overflow = before;
    };
  }, []);
  return children;
}

/** Touch screens scroll the dialog itself anyway. */
export function TouchScrollable({ children }: { readonly children: ReactNode }): ReactNode {
  return children;
}
