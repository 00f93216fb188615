import Button from '@atlaskit/button/new';
import type { SiteCheckName, SiteCheckView } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { Row } from '../../components/layout';
import type { CheckCommands, Stoppable } from './use-site-checks';
import { CHECK_WORDS } from './words';

type CheckActionsProps = CheckCommands & { readonly row: SiteCheckView };

/** What can be done about one check now. */
export function CheckActions({ row, isBusy, onRun, onStop, onTidy, onSeen }: CheckActionsProps) {
  const { check, underWay, outcome } = row;
  const now = useNow();
  const { title } = CHECK_WORDS[check];
  if (underWay?.isLeftOver === true) return <Action title={title} label="Remove me" isBusy={isBusy} onClick={onTidy} />;
  if (check === 'admin-page-listed') {
    const say = (isListed: boolean) => () => onSeen({ check, isListed });
    return (
      <Row>
        <Action title={title} label="Yes" isBusy={isBusy} onClick={say(true)} />
        <Action title={title} label="No" isBusy={isBusy} onClick={say(false)} />
      </Row>
    );
  }
  if (!underWay) {
    const label = outcome === null ? 'Check' : 'Check again';
    return <Action title={title} label={label} isBusy={isBusy} onClick={() => onRun(check)} />;
  }
  if (!isStoppable(check)) return null;
  const stop = (didIt: boolean) => onStop({ check, didIt });
  const isOver = underWay.until !== null && now >= Date.parse(underWay.until);
  if (!isOver) return <Action title={title} label="Stop" isBusy={isBusy} onClick={() => stop(false)} />;
  return (
    <Row>
      <Action title={title} label="Yes" isBusy={isBusy} onClick={() => stop(true)} />
      <Action title={title} label="No" isBusy={isBusy} onClick={() => stop(false)} />
    </Row>
  );
}

interface ActionProps {
  readonly title: string;
  readonly label: string;
  readonly isBusy: boolean;
  readonly onClick: () => void;
}

/** Many buttons have the same word: what they are about is read out beside it. */
function Action({ title, label, isBusy, onClick }: ActionProps) {
  return (
    <Button spacing="compact" isDisabled={isBusy} aria-label={`${label}: ${title}`} onClick={onClick}>
      {label}
    </Button>
  );
}

const STOPPABLE: readonly SiteCheckName[] = [
  'job-memory',
  'work-events',
  'work-item-views',
  'board-views',
  'list-views',
];

function isStoppable(check: SiteCheckName): check is Stoppable['check'] {
  return STOPPABLE.includes(check);
}
