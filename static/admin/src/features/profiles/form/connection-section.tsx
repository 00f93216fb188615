import type { ProfileView, Session } from '../../../../../../src/shared/contract';
import { useAnswer } from '../../../api/queries';
import { Disclosure } from '../../../components/disclosure';
import { Facts, Stack } from '../../../components/layout';
import { Loaded } from '../../../components/loaded';
import { Section } from '../../../components/section';
import { TextSkeleton } from '../../../components/skeletons';
import { connectionOf } from '../model/profile-draft';
import styles from '../profiles.module.css';
import { NameField } from './name-field';
import type { FormProps } from './form-props';

const KINDS: Readonly<Record<ProfileView['connectionKind'], string>> = {
  parent: 'Parent connection: the first profile of this site uses it',
  child: 'Child connection: this profile’s own, beside the first profile’s',
};

/** The profile's connection: the original's value, its name and address, and what nobody has to copy any more. */
export function ConnectionSection({ base, draft, problems, isDisabled, onChange }: FormProps) {
  return (
    <Section
      title="Connection"
      description="Built into the app, for the site where it is installed. There is nothing to create, copy or renew."
    >
      <NameField
        label="Connection name"
        help={base ? 'Unique among the connections of this app.' : 'Left empty, it is made from the display name.'}
        isRequired={base !== undefined}
        isDisabled={isDisabled}
        placeholder={`${draft.displayName.trim()} connection`}
        value={draft.connectionName}
        problem={problems.connectionName}
        onChange={(connectionName) => onChange({ connectionName })}
      />
      {base ? (
        <Facts
          facts={[
            {
              term: 'Connection & Credential',
              value: (
                <>
                  <code>{connectionOf(draft)}</code>
                  <p className={styles.hint}>Follows the check boxes Download activity and Reclaim by itself.</p>
                </>
              ),
            },
            { term: 'Connection URL', value: <code>{base.connectionUrl}</code> },
            { term: 'Kind', value: KINDS[base.connectionKind] },
          ]}
        />
      ) : (
        <p className={styles.hint}>Connection & Credential and the connection URL appear after the first save.</p>
      )}
      <Disclosure title="Built in, nothing to copy">
        <BuiltIn />
      </Disclosure>
    </Section>
  );
}

const NO_LONGER_NEEDED = ['Client ID', 'Client secret', 'Redirect URL', 'OAuth token'];

function BuiltIn() {
  const session = useAnswer('getSession', {});
  return (
    <Stack>
      <p>
        An external integration would ask for a {NO_LONGER_NEEDED.slice(0, 3).join(', a ')} and an{' '}
        {NO_LONGER_NEEDED.at(-1)}. Here Atlassian Forge keeps all of them; nobody can see or lose them.
      </p>
      <Loaded query={session} skeleton={<TextSkeleton lines={4} />}>
        {(value) => <Identifiers session={value} />}
      </Loaded>
    </Stack>
  );
}

function Identifiers({ session: { cloudId, app } }: { readonly session: Session }) {
  const ids = [
    ['Cloud ID', cloudId],
    ['App ID', app.appId],
    ['Environment ID', app.environmentId],
    ['Installation ID', app.installationId],
    ['App version', app.version],
  ] as const;
  return <Facts facts={ids.map(([term, value]) => ({ term, value: <code>{value}</code> }))} />;
}
