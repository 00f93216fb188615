import type { ReactNode } from 'react';

interface PlainBoxProps {
  readonly role?: string;
  readonly testId?: string;
  readonly children: ReactNode;
}

/**
 * Stands in for a box that writes a style element, which the platform's content security policy blocks. Only the calendar
 * uses it, and gives it no style.
 */
export default function PlainBox({ role, testId, children }: PlainBoxProps) {
  return (
    <div role={role} data-testid={testId}>
      {children}
    </div>
  );
}
