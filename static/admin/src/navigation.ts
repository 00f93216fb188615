interface PageGroup {
  readonly header: string;
  readonly pages: readonly { readonly title: string; readonly route: string }[];
}

/**
 * The sub-pages as Jira's settings list them. The page in Jira's Apps menu lists them itself, for those who have a role in the
 * app. A test holds them equal to manifest.yml.
 */
export const NAVIGATION: readonly PageGroup[] = [
  {
    header: 'Licenses',
    pages: [
      { title: 'Overview', route: 'overview' },
      { title: 'Subscriptions', route: 'subscriptions' },
      { title: 'Removal candidates', route: 'removal-candidates' },
    ],
  },
  {
    header: 'Setup',
    pages: [
      { title: 'Integration profiles', route: 'profiles' },
      { title: 'Reclamation rules', route: 'rules' },
      { title: 'Access', route: 'access' },
      { title: 'Software models', route: 'models' },
      { title: 'Exclusions', route: 'exclusions' },
      { title: 'Jobs', route: 'jobs' },
      { title: 'Evidence', route: 'evidence' },
      { title: 'Site check', route: 'site-check' },
    ],
  },
];
