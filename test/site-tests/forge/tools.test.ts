import { existsSync } from 'node:fs';
import { lintProblems } from '../../tools/lint';
import { manifestProblems } from '../../tools/validate-manifest';

const openApi = process.env['JIRA_OPENAPI'] ?? '';

test('Atlassian’s validator accepts the manifest', async () => {
  expect(await manifestProblems()).toEqual([]);
});

(existsSync(openApi) ? test : test.skip)('Atlassian’s linters find nothing', async () => {
  expect(await lintProblems(openApi)).toEqual([]);
});
