import { lazy, Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import type { EvidenceRetentionView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { useFormat } from '../../components/format';
import { Stack } from '../../components/layout';
import { Loaded } from '../../components/loaded';
import { useMay } from '../../components/role-notice';
import { Section } from '../../components/section';
import { TextSkeleton } from '../../components/skeletons';

const RetentionForm = lazy(() => import('./retention-form'));

/** How long entries are kept, and the way to change it. */
export function Retention() {
  const [isChanging, setChanging] = useState(false);
  const mayChange = useMay('administrator') === true;
  const query = useAnswer('getEvidenceRetention', {});
  const change = (
    <Button isDisabled={!query.data} onClick={() => setChanging(true)}>
      Change…
    </Button>
  );
  return (
    <Section title="How long entries are kept" actions={mayChange ? change : null} isCard>
      <Loaded query={query} skeleton={<TextSkeleton lines={1} />}>
        {(kept) => <Kept kept={kept} />}
      </Loaded>
      <Suspense fallback={null}>
        <ModalTransition>
          {isChanging && query.data ? <RetentionForm kept={query.data} onClose={() => setChanging(false)} /> : null}
        </ModalTransition>
      </Suspense>
    </Section>
  );
}

function Kept({ kept: { months, deleted } }: { readonly kept: EvidenceRetentionView }) {
  const format = useFormat();
  return (
    <Stack>
      <p>
        {months === null
          ? 'We keep every entry for good.'
          : `We delete entries older than ${format.number(months)} months. We stop at the oldest open removal candidate.`}
      </p>
      {deleted ? (
        <p>{`Entries up to No. ${format.number(deleted.upTo)}, until ${format.date(deleted.until)}, are deleted.`}</p>
      ) : null}
    </Stack>
  );
}
