import type { ActivityBucket } from '../../../../../src/shared/contract';
import { BarChart, type Bar } from '../../components/bar-chart';
import { Section } from '../../components/section';
import { spanLink } from './list-links';

const BARS: Record<ActivityBucket['label'], Pick<Bar, 'label' | 'tone'>> = {
  '0–30': { label: '0–30 days', tone: 'calm' },
  '30–60': { label: '30–60 days', tone: 'calm' },
  '60–90': { label: '60–90 days', tone: 'watch' },
  '90–120': { label: '90–120 days', tone: 'act' },
  '120+': { label: '120+ days', tone: 'act' },
  'None seen': { label: 'None seen', tone: 'act' },
  'Never used': { label: 'Never used', tone: 'watch' },
  Unknown: { label: 'Unknown', tone: 'unknown' },
};

/** When seats were last used, as bars with their numbers. */
export function ActivityChart({ buckets }: { readonly buckets: readonly ActivityBucket[] }) {
  const bars = buckets.map(({ label, seats }) => ({ ...BARS[label], value: seats, to: spanLink(label) }));
  return (
    <Section
      title="Last meaningful activity"
      description="Days since somebody last contributed, administered or viewed something. New accounts without activity are never used. Unknown means it could not be read, or not for long enough; such seats are never proposed for removal."
      isCard
    >
      <BarChart label="Seats by last meaningful activity" unit="Seats" bars={bars} />
    </Section>
  );
}
