import type { CoverageLimit } from '../../src/domain/coverage';
import type { IntegrationProfile } from '../../src/domain/integration-profile';
import { explainSight } from '../../src/domain/sight-explanation';

type Validation = IntegrationProfile['validation'];
const validated = { at: 0, fingerprint: '', probes: [], groupsOfRoles: null } satisfies Validation;
const limit = (kind: CoverageLimit['kind']): CoverageLimit => ({ kind, text: `limited: ${kind}` });
const explain = (validation: Validation, ...limits: CoverageLimit[]) =>
  explainSight({ validation }, { from: 0, to: 1, gaps: [], limits }).map(({ text }) => text);

test('says what is hidden from the app, and nothing else', () => {
  const unseen = { projects: ['Secret'], workItems: 0 };
  const limits = [limit('hidden-projects'), limit('newest-only'), limit('hidden-work-items')];
  expect(explain({ ...validated, unseen }, ...limits)).toEqual([
    'limited: hidden-projects',
    'limited: hidden-work-items',
  ]);
});

test('tells how many projects are seen where only work items are hidden', () => {
  const hidden = limit('hidden-work-items');
  const projects = { seen: 15, all: 15 };
  expect(explain({ ...validated, projects }, hidden)).toEqual([`The app sees all 15 projects. ${hidden.text}`]);
  // What is hidden was told by an older validation: its number would not fit.
  expect(explain({ ...validated, projects }, limit('hidden-projects'))).toEqual(['limited: hidden-projects']);
  expect(explain({ ...validated, projects: { seen: 14, all: 15 } }, hidden)).toEqual([hidden.text]);
});

test('says that nothing is hidden only where a validation found so', () => {
  expect(explain(validated)).toMatchObject([expect.stringMatching(/sees every project/)]);
  expect(explain({ ...validated, unseen: { projects: [], workItems: 3 } })).toEqual([]);
  expect(explain(null)).toEqual([]);
  expect(explain({ ...validated, projects: { seen: 15, all: 15 } })).toMatchObject([
    expect.stringMatching(/may browse: 15 of 15 projects\.$/),
  ]);
});
