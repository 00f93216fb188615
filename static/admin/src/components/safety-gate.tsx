import SectionMessage from '@atlaskit/section-message';
import type { SafetyGateView } from '../../../../src/shared/contract';
import { useAnswer } from '../api/queries';
import { CheckList } from './probe-list';
import { Disclosure } from './disclosure';
import { useFormat } from './format';
import { Problem } from './problem';
import { TextSkeleton } from './skeletons';

/** The safety gate of a profile, as it is now. */
export function useGate(profileId: string, stored = false) {
  return useAnswer('getSafetyGate', stored ? { profileId, stored } : { profileId });
}

/** Whether seats may be taken back, as a list of ticks and crosses: the crosses at once, everything on demand. */
export function SafetyGate({ profileId }: { readonly profileId: string }) {
  const gate = useGate(profileId);
  if (gate.error) return <Problem error={gate.error} onRetry={() => void gate.refetch()} />;
  return gate.data ? <Gate gate={gate.data} /> : <TextSkeleton lines={1} />;
}

function Gate({ gate }: { readonly gate: SafetyGateView }) {
  const format = useFormat();
  const all = gate.checks.map(({ name, text, ok, holds }) => ({
    name,
    text: !ok && holds === 'batches' ? `${text} One by one is still possible.` : text,
    state: ok ? ('passed' as const) : ('failed' as const),
  }));
  const crosses = all.filter(({ state }) => state === 'failed');
  if (gate.open)
    return (
      <Disclosure title={`Safety gate open: ${format.count(all.length, 'check', 'checks')} passed`}>
        <CheckList checks={all} />
      </Disclosure>
    );
  return (
    <SectionMessage appearance="warning" title={titleOf(gate)}>
      <CheckList checks={crosses} />
      <Disclosure title={`Show all ${all.length} checks`}>
        <CheckList checks={all} />
      </Disclosure>
    </SectionMessage>
  );
}

function titleOf({ openForOne }: SafetyGateView): string {
  return openForOne
    ? 'Safety gate red: nobody is removed in the background now'
    : 'Safety gate red: nobody can be removed now';
}
