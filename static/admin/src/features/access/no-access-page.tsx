import SectionMessage from '@atlaskit/section-message';
import type { AppRole } from '../../../../../src/shared/contract';
import { GIVEN_ROLES } from './access-draft';

const KEYS: Readonly<Record<string, AppRole>> = { Integrator: 'integrator', Reclaimer: 'reclaimer', Viewer: 'viewer' };

/** What somebody who may not give roles sees here: their own role, and whom to ask. */
export function NoAccessPage({ may }: { readonly may: readonly AppRole[] }) {
  const own = GIVEN_ROLES.find(({ name }) => may.some((role) => role === KEYS[name]));
  return (
    <SectionMessage appearance="information" title="Only Jira administrators give roles">
      <p>Ask one of them when you need a different role.</p>
      {own ? (
        <p>
          Your role is {own.name}: {own.may}
        </p>
      ) : null}
    </SectionMessage>
  );
}
