import { soundsLikeProgram } from '../../../src/domain/programs/program-name';

test.each([
  ...['Deploy Bot', 'svc-reporting', 'Jenkins', 'GitHub Integration', 'backup_job', 'no-reply', 'JiraSync', 'API user'],
  ...['Service Desk Automation', 'System Admin', 'renovate[bot]', 'Service Account', 'Jira Service Account (ERP)'],
  ...['Build Agent', 'Buildbot', 'Technischer Benutzer', 'Service Desk Connector', 'svc_reporting', 'Bot'],
  ...['サービスアカウント', '自动化机器人', '서비스 계정', 'Служебная запись', 'Compte de service', 'Usuario técnico'],
])('%s sounds like a program', (name) => {
  expect(soundsLikeProgram(name)).toBe(true);
});

test.each([
  ...['Anna Abbot', 'Jean Talbot', 'Bothilda Ek', 'Robert Scripture', 'Ci Wang', 'Maria Deployé', 'Syncora Lee', ''],
  ...['李 明', 'Service Smith', 'Apinya Chaiyaporn', 'Cronin, Joe'],
  ...['Sam Jenkins', 'Kim Bot', 'Ann Miller', 'Max Robot', 'Søren Dienst', 'José Conta', 'Иван Иванов', '山田 太郎'],
])('%s does not', (name) => {
  expect(soundsLikeProgram(name)).toBe(false);
});
