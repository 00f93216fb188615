import type { Input, SoftwareModelView } from '../../../../../src/shared/contract';

/** A software model as it is being edited: texts, as typed. */
export interface ModelDraft {
  readonly name: string;
  readonly amount: string;
  readonly currency: string;
}

/** What is in the form at first; Jira's own name and an estimate are left empty, because nobody entered them. */
export function draftOf({ givenName, unitCost }: SoftwareModelView, currency: string): ModelDraft {
  return {
    name: givenName ?? '',
    amount: unitCost.source === 'entered' ? String(unitCost.amount) : '',
    currency,
  };
}

type Draft = Input<'saveSoftwareModel'>;
export type ModelProblems = Partial<Record<keyof ModelDraft, string>>;

/** What is wrong with a draft; empty when it can be sent. */
export function problemsOf({ amount, currency }: ModelDraft): ModelProblems {
  const problems: { -readonly [Field in keyof ModelDraft]?: string } = {};
  if (amount.trim() !== '' && parseAmount(amount) === null)
    problems.amount = 'Enter an amount like 7.50, or nothing for the estimate.';
  if (!/^[A-Za-z]{3}$/.test(currency.trim())) problems.currency = 'Enter three letters, like USD.';
  return problems;
}

/** A draft as the app takes it. */
export function inputOf(draft: ModelDraft, { roleKey, revision }: SoftwareModelView): Draft {
  const name = draft.name.trim();
  const amount = parseAmount(draft.amount);
  return {
    roleKey,
    revision,
    name: name === '' ? null : name,
    unitCost: amount === null ? null : { amount, currency: draft.currency.trim().toUpperCase() },
  };
}

/** `7`, `7.5` and `7,50` are amounts; a separator of thousands is not understood, so that nothing is misread. */
export function parseAmount(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^\d{1,6}(\.\d{1,4})?$/.test(plain) ? Number(plain) : null;
}
