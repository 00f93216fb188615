import { soundsLikeProgram } from '../../src/domain/program-name';

test.each([
  ...['Deploy Bot', 'svc-reporting', 'Jenkins', 'GitHub Integration', 'backup_job', 'no-reply', 'JiraSync', 'API user'],
  ...['Service Desk Automation', 'System Admin', 'renovate[bot]'],
])('%s sounds like a program', (name) => {
  expect(soundsLikeProgram(name)).toBe(true);
});

test.each([
  ...['Anna Abbot', 'Jean Talbot', 'Bothilda Ek', 'Robert Scripture', 'Ci Wang', 'Maria Deployé', 'Syncora Lee', ''],
  ...['李 明', 'Service Smith', 'Apinya Chaiyaporn', 'Cronin, Joe'],
])('%s does not', (name) => {
  expect(soundsLikeProgram(name)).toBe(false);
});
