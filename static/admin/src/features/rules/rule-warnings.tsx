import SectionMessage from '@atlaskit/section-message';
import type { ProfileView, ReclamationRuleView, RuleSettings } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { useFormat } from '../../components/format';
import { RouteLink } from '../../components/route-link';
import { DAY_MS } from '../../components/day';

interface RuleWarningsProps {
  readonly rule: ReclamationRuleView;
  readonly settings: RuleSettings | undefined;
  readonly profile: ProfileView;
}

/** What somebody should know before they confirm: evidence that is too short, and that nobody is asked. */
export function RuleWarnings({ rule, settings = rule, profile }: RuleWarningsProps) {
  const format = useFormat();
  const now = useNow();
  const days = settings.lastActivityThresholdDays;
  const covered = Date.parse(profile.analyzeFrom) + days * DAY_MS;
  const tab = <RouteLink to={`/profiles/${profile.id}`}>integration profile</RouteLink>;
  if (!profile.downloadActivity)
    return (
      <SectionMessage appearance="warning" title="Activity is not calculated">
        <p>Nobody can be called inactive. Switch Calculate activity on in the {tab}.</p>
      </SectionMessage>
    );
  return (
    <>
      {covered > now ? (
        <SectionMessage appearance="warning" title="The threshold is longer than the time that is analyzed">
          <p>
            Activity is analyzed since {format.date(profile.analyzeFrom)}, so the rule proposes nobody before{' '}
            {format.date(new Date(covered).toISOString())}, unless you analyze from an earlier date in the {tab}.
          </p>
        </SectionMessage>
      ) : null}
      {settings.notifyUser ? null : (
        <SectionMessage appearance="information" title="Nobody is asked first">
          <p>Their seats are taken back without a word. Notify user has people asked by mail before.</p>
        </SectionMessage>
      )}
    </>
  );
}
