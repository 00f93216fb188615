import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReclamationRuleView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { useCommand } from '../../api/queries';
import { draftOf, isChanged, problemsOf, settingsOf, type RuleDraft } from './rule-draft';

/** An edit of a rule: what was typed, what is wrong with it, and the ways to keep it. */
export function useRuleEditor(latest: ReclamationRuleView) {
  const [edit, setEdit] = useState({ base: latest, draft: draftOf(latest) });
  const isDirty = isChanged(edit.draft, edit.base);
  const isNewer = latest.revision > edit.base.revision;
  if (isNewer && !isDirty) setEdit({ base: latest, draft: draftOf(latest) });
  const refresh = useRefreshRules();
  const adopt = (saved: ReclamationRuleView) => {
    setEdit({ base: saved, draft: draftOf(saved) });
    refresh();
  };
  const save = useCommand('saveReclamationRule', adopt);
  const confirm = useCommand('confirmReclamationRule', (saved) => {
    adopt(saved);
    tell('success', 'The rule is confirmed', 'Its candidates can be reclaimed now.');
  });
  const { profileId, id: ruleId } = latest;
  const settings = settingsOf(edit.draft);
  const confirmIt = ({ revision }: ReclamationRuleView) => confirm.mutate({ profileId, ruleId, revision });
  return {
    ...edit,
    settings,
    isDirty,
    /** Somebody else saved while this was being edited. */
    isOvertaken: isNewer && isDirty,
    problems: problemsOf(edit.draft),
    error: save.error ?? confirm.error,
    isBusy: save.isPending || confirm.isPending,
    change: (part: Partial<RuleDraft>) => setEdit({ base: edit.base, draft: { ...edit.draft, ...part } }),
    reset: () => setEdit({ base: latest, draft: draftOf(latest) }),
    save: (andConfirm: boolean) => {
      if (!settings) return;
      const { revision } = edit.base;
      const onSuccess = (saved: ReclamationRuleView) => {
        if (andConfirm) confirmIt(saved);
        else tell('success', 'The rule is saved', saved.reviewedAt ? undefined : 'Confirm it before you reclaim.');
      };
      save.mutate({ profileId, ruleId, revision, settings }, { onSuccess });
    },
    confirm: () => confirmIt(edit.base),
  };
}
export type RuleEditor = ReturnType<typeof useRuleEditor>;

const STALE = [
  'listReclamationRules',
  'getCandidate',
  'getDecisionCard',
  'getSafetyGate',
  'getOverview',
  'subscription-rows',
];

/** Reads again what a rule changes on the pages. */
function useRefreshRules(): () => void {
  const client = useQueryClient();
  return () => {
    for (const stale of STALE) void client.invalidateQueries({ queryKey: [stale] });
  };
}
