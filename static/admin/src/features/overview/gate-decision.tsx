import { useFormat } from '../../components/format';
import { RouteLink } from '../../components/route-link';
import { useGate } from '../../components/safety-gate';

/** Says that seats of a profile can't be reclaimed, and why. Nothing is asked of Jira for it. */
export function GateDecision({ id, displayName }: { readonly id: string; readonly displayName: string }) {
  const cross = useGate(id, { stored: true }).data?.checks.find(({ ok }) => !ok);
  const format = useFormat();
  if (!cross) return null;
  return (
    <li>
      <RouteLink to={`/removal-candidates?profile=${encodeURIComponent(id)}`}>
        Safety gate red in {displayName}
      </RouteLink>
      : {cross.name}. {format.sentence(cross.text)}
    </li>
  );
}
