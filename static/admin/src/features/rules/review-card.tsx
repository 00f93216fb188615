import Button from '@atlaskit/button/new';
import type { ReclamationRuleView } from '../../../../../src/shared/contract';
import { Facts, Row } from '../../components/layout';
import { useFormat } from '../../components/format';
import { Section } from '../../components/section';
import { RuleLozenge } from '../../components/state-lozenges';
import { When } from '../../components/when';
import type { RuleEditor } from './use-rule-editor';

interface ReviewCardProps {
  readonly rule: ReclamationRuleView;
  readonly editor: RuleEditor;
  readonly may: boolean;
}

/** Where the rule stands, and the buttons that keep or confirm it. */
export function ReviewCard({ rule, editor, may }: ReviewCardProps) {
  return (
    <Section title="Review" isCard>
      <Standing rule={rule} />
      {rule.reviewedAt === null ? (
        <p>Until somebody confirms this rule, none of its candidates can be reclaimed.</p>
      ) : null}
      <Buttons rule={rule} editor={editor} may={may} />
    </Section>
  );
}

function Standing({ rule }: { readonly rule: ReclamationRuleView }) {
  const format = useFormat();
  const { reviewedAt, reviewedBy, changedAt, changedBy, openCandidates, wouldPropose, mode } = rule;
  return (
    <Facts
      facts={[
        { term: 'State', value: <RuleLozenge rule={rule} /> },
        ...(reviewedAt ? [{ term: 'Confirmed', value: <When at={reviewedAt} by={reviewedBy} /> }] : []),
        { term: 'Last change', value: changedAt ? <When at={changedAt} by={changedBy} /> : 'As publishing made it' },
        { term: 'Open candidates', value: format.number(openCandidates) },
        ...(mode === 'preview' ? [{ term: 'Would propose', value: `${format.number(wouldPropose)} more` }] : []),
      ]}
    />
  );
}

function Buttons({ rule, editor, may }: ReviewCardProps) {
  const { isDirty, isBusy, settings } = editor;
  if (!isDirty) {
    return rule.reviewedAt === null ? (
      <Row>
        <Button appearance="primary" isDisabled={!may} isLoading={isBusy} onClick={editor.confirm}>
          Confirm rule
        </Button>
      </Row>
    ) : null;
  }
  const isDisabled = !may || settings === undefined;
  return (
    <Row>
      <Button appearance="primary" isDisabled={isDisabled} isLoading={isBusy} onClick={() => editor.save(true)}>
        Save and confirm
      </Button>
      <Button isDisabled={isDisabled || isBusy} onClick={() => editor.save(false)}>
        Save
      </Button>
      <Button appearance="subtle" isDisabled={isBusy} onClick={editor.reset}>
        Discard
      </Button>
    </Row>
  );
}
