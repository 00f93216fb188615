import Heading from '@atlaskit/heading';
import SectionMessage, { type SectionMessageProps } from '@atlaskit/section-message';
import type { ProbeResult, ProfileView, ValidationView } from '../../../../../../src/shared/contract';
import { Moment } from '../../../components/moment';
import { ProbeList } from '../../../components/probe-list';
import { Section } from '../../../components/section';

const PROCESSES: readonly ProbeResult['process'][] = ['Download subscriptions', 'Calculate activity'];

interface ValidationCardProps {
  readonly profile: ProfileView;
  readonly isDirty: boolean;
}

/** The last validation: what was tried, what it proved, and how to mend what failed. */
export function ValidationCard({ profile: { validation }, isDirty }: ValidationCardProps) {
  return (
    <Section title="Connection check" isCard>
      {validation ? (
        <>
          <Verdict validation={validation} isDirty={isDirty} />
          {PROCESSES.map((process) => (
            <Probes
              key={process}
              process={process}
              probes={validation.probes.filter((probe) => probe.process === process)}
            />
          ))}
        </>
      ) : (
        <p>Not checked yet. Validate the connection to see whether everything the profile needs can be read.</p>
      )}
      <p>
        Validation covers Download and Activity. Reclaim is not validated: taking a seat back would change groups. Check
        the reclaim readiness instead, which only reads.
      </p>
    </Section>
  );
}

function Verdict({ validation, isDirty }: { readonly validation: ValidationView; readonly isDirty: boolean }) {
  const { appearance, title, text } = verdictOf(validation, isDirty);
  return (
    <SectionMessage appearance={appearance} title={title}>
      <p>
        {text} Checked <Moment at={validation.at} />.
      </p>
    </SectionMessage>
  );
}

function verdictOf(
  { ok, stale, probes }: ValidationView,
  isDirty: boolean,
): { appearance: NonNullable<SectionMessageProps['appearance']>; title: string; text: string } {
  if (stale)
    return {
      appearance: 'warning',
      title: 'Changed since the last check',
      text: 'Groups or switches are different now, so this result no longer counts. Validate again.',
    };
  const unsaved = isDirty ? ' Your unsaved changes are not part of it.' : '';
  if (!ok)
    return {
      appearance: 'error',
      title: 'Failed',
      text: `Something the profile needs can’t be read, so it can’t be published. Mend it and validate again.${unsaved}`,
    };
  if (probes.some(({ limited }) => limited))
    return {
      appearance: 'warning',
      title: 'Limited',
      text: `Publishing is possible, but part of the activity can’t be seen: people may look idle, or nobody is called inactive, as told below.${unsaved}`,
    };
  return { appearance: 'success', title: 'Passed', text: `Everything the profile needs can be read.${unsaved}` };
}

function Probes({ process, probes }: { readonly process: string; readonly probes: readonly ProbeResult[] }) {
  if (probes.length === 0) return null;
  return (
    <>
      <Heading as="h3" size="xsmall">
        {process}
      </Heading>
      <ProbeList probes={probes} />
    </>
  );
}
