import type { SiteCheckFacts, SiteCheckView } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { useFormat, type Format } from '../../components/format';
import styles from './site-check.module.css';
import { CHECK_WORDS, FACT_WORDS } from './words';

/** What is tried, what is to be done meanwhile, or what was found and measured. */
export function CheckResult({ row }: { readonly row: SiteCheckView }) {
  const format = useFormat();
  const { check, outcome, facts, underWay } = row;
  const words = CHECK_WORDS[check];
  if (underWay?.isLeftOver === true) return <>You may still be in the test group. Remove yourself from it.</>;
  if (underWay?.until) return <Watch row={row} />;
  if (underWay?.progress) {
    const { done, total } = underWay.progress;
    return <>{`${format.number(done)} of ${format.number(total)} rounds are done. You can leave this page.`}</>;
  }
  if (underWay) return <>The job has begun. You can leave this page.</>;
  if (outcome === null) return <>{words.what}</>;
  return (
    <>
      {words.outcomes[outcome]?.meaning ?? words.what}
      <p className={styles.facts}>{factTexts(facts, format).join(' · ')}</p>
    </>
  );
}

/** First the app makes sure that every function listens; then the person acts; then events may be late. */
function Watch({ row: { check, underWay } }: { readonly row: SiteCheckView }) {
  const format = useFormat();
  const now = useNow();
  if (!underWay?.listensFrom || !underWay.until) return null;
  if (now < Date.parse(underWay.listensFrom)) return <>{`Wait until ${format.time(underWay.listensFrom)}.`}</>;
  if (now < Date.parse(underWay.until))
    return <>{`${CHECK_WORDS[check].task ?? ''} We listen until ${format.time(underWay.until)}.`}</>;
  return <>Nothing came. Did you do it?</>;
}

function factTexts(facts: SiteCheckFacts, format: Format): string[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const words = FACT_WORDS[name];
    if (words === undefined || value === null) return [];
    return [`${words}: ${typeof value === 'number' ? format.number(value) : value ? 'yes' : 'no'}`];
  });
}
