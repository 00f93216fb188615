import Flag, { AutoDismissFlag } from '@atlaskit/flag';
import { FlagGroup } from '@atlaskit/flag/flag-group';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { FlagOptions } from './bridge-host';

const ICONS = { info: InformationIcon, success: SuccessIcon, warning: WarningIcon, error: ErrorIcon };

interface FlagsProps {
  readonly flags: readonly FlagOptions[];
  readonly onClose: (id: string) => void;
}

/** The product's messages at the lower left, newest on top. */
export function Flags({ flags, onClose }: FlagsProps) {
  return (
    <FlagGroup onDismissed={(id) => onClose(String(id))}>
      {flags.map((flag) => {
        const Icon = ICONS[flag.type ?? 'info'];
        const Shown = flag.isAutoDismiss ? AutoDismissFlag : Flag;
        return (
          <Shown
            key={flag.id}
            id={flag.id}
            title={flag.title ?? ''}
            description={flag.description}
            icon={<Icon label={flag.type ?? 'info'} />}
            actions={(flag.actions ?? []).map(({ text, onClick }) => ({ content: text, onClick: () => onClick() }))}
          />
        );
      })}
    </FlagGroup>
  );
}
