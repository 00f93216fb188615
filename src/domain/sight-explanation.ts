import type { Coverage } from './coverage';
import type { ExplainedFact } from './decision-explanation';
import type { IntegrationProfile } from './integration-profile';

const NAME = 'What is seen';

/** Whether the app sees all work that an administrator sees: silence only counts where it could have been broken. */
export function explainSight(
  { validation }: Pick<IntegrationProfile, 'validation'>,
  coverage: Coverage | undefined,
): ExplainedFact[] {
  const hidden = (coverage?.limits ?? []).filter(({ kind }) => kind.startsWith('hidden'));
  const projects = validation?.projects;
  const all = projects && projects.seen === projects.all ? `The app sees all ${projects.all} projects. ` : '';
  if (hidden.length > 0)
    return hidden.map(({ kind, text }) => told(kind === 'hidden-work-items' ? `${all}${text}` : text));
  const isWhole = validation !== null && validation.unseen === undefined;
  if (!isWhole) return [];
  const counted = projects ? `: ${projects.seen} of ${projects.all} projects` : '';
  return [
    told(
      `The app sees every project and work item that the administrator who validated the profile may browse${counted}.`,
    ),
  ];
}

function told(text: string): ExplainedFact {
  return { name: NAME, text, speaks: 'neither' };
}
