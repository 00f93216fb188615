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

function inShort(needed: VendorProcess | undefined, isOn: boolean): string {
  if (!isOn) return 'not needed while this is off';
  if (!needed) return 'what it needs from Jira';
  const granted = needed.scopes.filter((scope) => scope.granted).length;
  return granted === needed.scopes.length
    ? `all ${granted} scopes granted`
    : `${granted} of ${needed.scopes.length} scopes granted`;
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
        checks={needed.scopes.map(({ scope, reason, granted }) => ({
          name: scope,
          text: granted ? reason : `${reason} Not granted: update the app in Connected apps and agree to this scope.`,
          state: granted ? 'passed' : 'failed',
        }))}
      />
    </Stack>
  );
}
