import { EvidenceList } from '../../components/evidence-list';
import { Page } from '../../components/page';

/** Everything that was decided or done, in order. */
export default function EvidencePage() {
  return (
    <Page
      title="Evidence"
      lead="Everything the app decided or did, in order. Each entry carries a fingerprint of the one before it, so a change afterwards would show."
    >
      <EvidenceList />
    </Page>
  );
}
