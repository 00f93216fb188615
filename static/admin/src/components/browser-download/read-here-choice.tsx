import { useState, type ReactNode } from 'react';
import Checkbox from '@atlaskit/checkbox';
import { useAnswer } from '../../api/queries';
import { useFormat } from '../format';
import { Advice } from './offer';
import { browserTime, READ_HERE_FROM, requestsFor } from './words';

interface ReadHere {
  /** Nothing for a small profile: the background is done before anybody has decided. */
  readonly choice: ReactNode;
  /** What publishing is told. */
  readonly input: { readonly readHere?: true };
}

/** Whether the members of a big profile's first download are read from this browser; suggested, because it takes minutes, not hours. */
export function useReadHere(profileId: string, isEnabled = true): ReadHere {
  const [isWanted, setWanted] = useState(true);
  const memberships = useAnswer('previewPublish', { profileId }, { enabled: isEnabled }).data?.memberships ?? 0;
  const isOffered = memberships >= READ_HERE_FROM;
  return {
    choice: isOffered ? <Choice memberships={memberships} isWanted={isWanted} onChange={setWanted} /> : null,
    input: isOffered && isWanted ? { readHere: true } : {},
  };
}

interface ChoiceProps {
  readonly memberships: number;
  readonly isWanted: boolean;
  readonly onChange: (isWanted: boolean) => void;
}

function Choice({ memberships, isWanted, onChange }: ChoiceProps) {
  const format = useFormat();
  const requests = requestsFor(memberships);
  return (
    <div>
      <Checkbox
        isChecked={isWanted}
        label={`Read the members now from this browser: ${format.count(requests, 'request', 'requests')}, ${browserTime(requests, format.count)}`}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <Advice />
    </div>
  );
}
