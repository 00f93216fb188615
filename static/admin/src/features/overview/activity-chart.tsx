import type { ActivityBucket } from '../../../../../src/shared/contract';
import { BarChart, type Bar } from '../../components/bar-chart';
import { Section } from '../../components/section';

const BARS: Record<ActivityBucket['label'], { label: string; tone: Bar['tone']; filter: string }> = {
  '0–30': { label: '0–30 days', tone: 'calm', filter: '0-30' },
  '30–60': { label: '30–60 days', tone: 'calm', filter: '30-60' },
  '60–90': { label: '60–90 days', tone: 'watch', filter: '60-90' },
  '90–120': { label: '90–120 days', tone: 'act', filter: '90-120' },
  '120+': { label: '120+ days', tone: 'act', filter: '120' },
  'None seen': { label: 'None seen', tone: 'act', filter: 'none' },
  Unknown: { label: 'Unknown', tone: 'unknown', filter: 'unknown' },
};

/** When seats were last used, as bars with their numbers. */
export function ActivityChart({ buckets }: { readonly buckets: readonly ActivityBucket[] }) {
  const bars = buckets.map(({ label, seats }) => {
    const { filter, ...bar } = BARS[label];
    return { ...bar, value: seats, to: `/subscriptions?activity=${filter}` };
  });
  return (
    <Section
      title="Last meaningful activity"
      description="Days since somebody last contributed, administered or viewed something. Unknown means it could not be read; such seats are never proposed for removal."
      isCard
    >
      <BarChart label="Seats by last meaningful activity" unit="Seats" bars={bars} />
    </Section>
  );
}
