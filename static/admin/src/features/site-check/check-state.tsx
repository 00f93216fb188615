import Lozenge from '@atlaskit/lozenge';
import type { SiteCheckView } from '../../../../../src/shared/contract';
import { CHECK_WORDS } from './words';

/** The state of a check in one word. */
export function CheckState({ row: { check, outcome, underWay } }: { readonly row: SiteCheckView }) {
  if (underWay?.isLeftOver === true) return <Lozenge appearance="warning">To tidy up</Lozenge>;
  if (underWay) return <Lozenge appearance="information">{underWay.until ? 'Waiting' : 'Running'}</Lozenge>;
  const words = outcome === null ? undefined : CHECK_WORDS[check].outcomes[outcome];
  return <Lozenge appearance={words?.tone ?? 'neutral'}>{words?.state ?? 'Not tried'}</Lozenge>;
}
