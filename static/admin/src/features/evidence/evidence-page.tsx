import { EvidenceList } from '../../components/evidence-list';
import { Page } from '../../components/page';
import { Section } from '../../components/section';
import { ErasePerson } from '../../components/privacy/erase-person';
import { EvidenceFilters } from './evidence-filters';
import { LogTools } from './log-tools';
import { Retention } from './retention';
import { useEvidenceFilter } from './use-evidence-filter';

/** Everything that was decided or done, in order. */
export default function EvidencePage() {
  const address = useEvidenceFilter();
  return (
    <Page
      title="Evidence"
      lead="Everything the app decided or did, in order. Each entry carries a fingerprint of the one before it, so a change afterwards shows."
    >
      <LogTools />
      <Section title="Entries">
        <EvidenceFilters address={address} />
        <EvidenceList filter={address.filter} />
      </Section>
      <Retention />
      <ErasePerson />
    </Page>
  );
}
