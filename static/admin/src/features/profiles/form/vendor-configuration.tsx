import type { VendorProcess } from '../../../../../../src/shared/contract';
import { useAnswer } from '../../../api/queries';
import { Disclosure } from '../../../components/disclosure';
import { Facts, Stack } from '../../../components/layout';
import { Loaded } from '../../../components/loaded';
import { CheckList } from '../../../components/probe-list';
import { TextSkeleton } from '../../../components/skeletons';
import styles from '../profiles.module.css';

interface VendorConfigurationProps {
  readonly process: VendorProcess['process'];
  readonly isOn: boolean;
}

/** The Jira role and the scopes one process needs, with what this installation has. */
export function VendorConfiguration({ process, isOn }: VendorConfigurationProps) {
  const configuration = useAnswer('getVendorConfiguration', {});
  const needed = configuration.data?.processes.find((candidate) => candidate.process === process);
  return (
    <Disclosure title={`Vendor configuration: ${inShort(needed, isOn)}`}>
      <Loaded query={configuration} skeleton={<TextSkeleton lines={3} />}>
        {() => (needed ? <Needed needed={needed} isOn={isOn} /> : null)}
      </Loaded>
    </Disclosure>
  );
}

const AGREEMENT = {
  agreed: { note: '', state: 'passed' },
  'not-agreed': { note: 'Not granted: update the app in Connected apps and agree to this scope.', state: 'failed' },
  unknown: { note: 'We could not tell whether the site granted it.', state: 'limited' },
} as const;

function inShort(needed: VendorProcess | undefined, isOn: boolean): string {
  if (!isOn) return 'not needed while this is off';
  if (!needed) return 'what it needs from Jira';
  const all = needed.scopes.length;
  if (needed.scopes.some(({ agreement }) => agreement === 'unknown')) return `${all} scopes`;
  const agreed = needed.scopes.filter(({ agreement }) => agreement === 'agreed').length;
  return agreed === all ? `all ${all} scopes granted` : `${agreed} of ${all} scopes granted`;
}

function Needed({ needed, isOn }: { readonly needed: VendorProcess; readonly isOn: boolean }) {
  return (
    <Stack>
      {isOn ? null : <p className={styles.hint}>Switched off, so nothing of this is used.</p>}
      <Facts
        facts={[
          { term: 'Jira role', value: needed.jiraRole },
          { term: needed.process === 'Reclaim subscriptions' ? 'Changes' : 'Reads', value: needed.reads },
        ]}
      />
      <CheckList
        checks={needed.scopes.map(({ scope, reason, agreement }) => ({
          name: scope,
          text: [reason, AGREEMENT[agreement].note].join(' ').trim(),
          state: AGREEMENT[agreement].state,
        }))}
      />
    </Stack>
  );
}
