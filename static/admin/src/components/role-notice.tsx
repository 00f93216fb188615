import SectionMessage from '@atlaskit/section-message';
import type { AppRole } from '../../../../src/shared/contract';
import { useAnswer } from '../api/queries';

const LACKING: Readonly<Record<AppRole, string>> = {
  administrator: 'Only Jira administrators can change this. You can look at it.',
  integrator: 'You can look at this, but not change it. Ask a Jira administrator for the role Integrator.',
  reclaimer: 'You can look at this, but not take seats back. Ask a Jira administrator for the role Reclaimer.',
  viewer: 'Ask a Jira administrator for a role in this app.',
};

/** Whether the person at the page has a role; undefined until the app has said so. The app checks again at every change. */
export function useMay(role: AppRole): boolean | undefined {
  return useAnswer('getSession', {}).data?.may.includes(role);
}

/** Says why buttons are disabled for somebody who lacks a role; nothing for everybody else. */
export function RoleNotice({ role }: { readonly role: AppRole }) {
  if (useMay(role) !== false) return null;
  return <SectionMessage appearance="information">{LACKING[role]}</SectionMessage>;
}
