import type { DecisionCard } from '../../../../../src/shared/contract';

/** What is known where a person may be asked. */
export type Asked = Exclude<NonNullable<DecisionCard['program']>, 'none'>;

interface Words {
  readonly title: string;
  readonly text: string;
  /** Nobody answered yet. */
  readonly isOpen: boolean;
}

/** What is told of an account whose name leaves open whether a person uses it. */
export const OWNER_WORDS: Readonly<Record<Asked, Words>> = {
  suspected: {
    title: 'Is this a person’s account?',
    text: 'The name sounds like a program’s. We keep the seat until you answer.',
    isOpen: true,
  },
  'confirmed-person': {
    title: 'A person uses this account',
    text: 'You or another administrator confirmed it.',
    isOpen: false,
  },
  'confirmed-program': {
    title: 'A program uses this account',
    text: 'You or another administrator confirmed it. We keep the seat.',
    isOpen: false,
  },
};
