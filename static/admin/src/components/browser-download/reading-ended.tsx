import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { useFormat } from '../format';
import { Problem } from '../problem';
import type { CurrentReading } from './current-reading';
import { endInWords } from './words';

interface ReadingEndedProps {
  readonly end: NonNullable<CurrentReading['end']>;
  readonly onClose: () => void;
}

/** Why this browser stopped reading and what happens now. */
export function ReadingEnded({ end, onClose }: ReadingEndedProps) {
  const format = useFormat();
  if (end.kind === 'failed') return <Problem error={end.error} />;
  const words = endInWords(end, format.count);
  if (!words) return null;
  const isWanted = end.kind === 'canceled' || end.kind === 'taken';
  return (
    <div role={isWanted ? 'status' : 'alert'}>
      <SectionMessage
        appearance={isWanted ? 'information' : 'warning'}
        title={words.title}
        actions={[
          <SectionMessageAction key="close" onClick={onClose}>
            Got it
          </SectionMessageAction>,
        ]}
      >
        <p>{words.text}</p>
      </SectionMessage>
    </div>
  );
}
