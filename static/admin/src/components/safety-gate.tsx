import SectionMessage from '@atlaskit/section-message';
import type { GateCheck, RoleKey, SafetyGateView } from '../../../../src/shared/contract';
import { useAnswer } from '../api/queries';
import { CheckList, type Check } from './probe-list';
import { withoutRepeats } from './without-repeats';
import { Disclosure } from './disclosure';
import { useFormat, type Format } from './format';
import { GateLink } from './gate-link';
import { Problem } from './problem';
import { TextSkeleton } from './skeletons';
import { useFocusAfter, type FocusAfter } from './use-focus-after';

interface GateQuestion {
  readonly stored?: boolean;
  /** Whose seats are meant; those of every application unless told. */
  readonly roleKeys?: readonly RoleKey[];
}

/** The safety gate of a profile, as it is now. */
export function useGate(profileId: string, question: GateQuestion = {}) {
  return useAnswer('getSafetyGate', { profileId, ...question });
}

interface SafetyGateProps {
  readonly profileId: string;
  readonly roleKeys?: readonly RoleKey[];
  /** Named where several profiles have a gate on the page. */
  readonly of?: string;
  /** Only what stands against one removal by the person at the page; otherwise what stands against any. */
  readonly isForOne?: boolean;
}

/** Whether seats may be taken back, as a list of ticks and crosses: the crosses at once, everything on demand. */
export function SafetyGate({ profileId, roleKeys, of, isForOne = false }: SafetyGateProps) {
  const gate = useGate(profileId, roleKeys ? { roleKeys } : {});
  const name = of === undefined ? 'Safety gate' : `Safety gate of ${of}`;
  if (gate.error) {
    const meaning = `${name} could not be read, so nobody is removed meanwhile.`;
    return <Problem error={gate.error} meaning={meaning} onRetry={() => void gate.refetch()} />;
  }
  if (!gate.data) return <TextSkeleton lines={1} />;
  return <Gate gate={gate.data} name={name} profileId={profileId} isForOne={isForOne} />;
}

interface GateProps {
  readonly gate: SafetyGateView;
  readonly name: string;
  readonly profileId: string;
  readonly isForOne: boolean;
}

function Gate({ gate, name, profileId, isForOne }: GateProps) {
  const format = useFormat();
  const meant = gate.checks.filter(({ holds }) => !isForOne || holds === 'everything');
  const focus = useFocusAfter();
  const all = together(meant, profileId, format, focus);
  const crosses = all.filter(({ state }) => state === 'failed');
  return (
    <div ref={focus.outcome} tabIndex={-1}>
      {crosses.length === 0 ? (
        <Disclosure title={`${name} open: ${format.count(meant.length, 'check', 'checks')} passed`}>
          <CheckList checks={all} />
        </Disclosure>
      ) : (
        <SectionMessage appearance="warning" title={`${name} red: ${meaningOf(gate, isForOne)}`}>
          <CheckList checks={crosses} />
          {gate.openForOne ? <p>You can still take seats back one by one.</p> : null}
          <Disclosure title={`Show all ${meant.length} checks`}>
            <CheckList checks={all} />
          </Disclosure>
        </SectionMessage>
      )}
    </div>
  );
}

function meaningOf({ openForOne }: SafetyGateView, isForOne: boolean): string {
  if (isForOne) return 'this seat can’t be taken back now';
  return openForOne ? 'nobody is removed in the background now' : 'nobody can be removed now';
}

/** Checks of the same name that came out alike stand together: each rule has its own. */
function together(
  checks: readonly GateCheck[],
  profileId: string,
  { sentence }: Format,
  focus: FocusAfter,
): readonly Check[] {
  const groups = new Map<string, GateCheck[]>();
  for (const check of checks) {
    const key = `${check.name} ${check.ok}`;
    groups.set(key, [...(groups.get(key) ?? []), check]);
  }
  return [...groups.values()].map((group) => {
    const texts = group.map(({ text }) => sentence(text));
    const ok = group.every((check) => check.ok);
    return {
      name: group[0]?.name ?? '',
      text: ok ? texts : withoutRepeats(texts),
      state: ok ? 'passed' : 'failed',
      link: <GateLink checks={group} profileId={profileId} focus={focus} />,
    };
  });
}
