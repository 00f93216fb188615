const FIRST =
  `Aaliyah Adam Aisha Alejandro Amara Ana Andrew Anika Anton Asha Beatriz Ben Camila Carlos Chiara Chloe Daniel
David Deepak Elena Elif Emma Erik Fatima Felix Freya Gabriel Grace Hana Hassan Hugo Ines Isabel Ivan Jakob James Jasmin
Joana Jonas Kaito Karin Kenji Lars Laura Leila Leo Li Lina Lucas Lukas Maja Marco Maria Mateo Mei Mia Mohammed Nadia
Nina Noah Nora Olga Oliver Omar Paula Pedro Priya Rafael Ravi Rosa Samuel Sara Sven Tariq Theo Tomas Valentina Wei Yara
Yusuf Zoe`.split(/\s+/);

const LAST = `Abdi Almeida Andersen Bauer Becker Bianchi Brown Chen Costa Dubois Eriksson Evans Fernandez Fischer Garcia
Gomez Gupta Haddad Hansen Hoffmann Ito Ivanova Jensen Johansson Kaya Keller Khan Kim Kovac Kumar Lambert Larsen Lee
Lindberg Lopez Martin Mehta Meyer Moreau Morris Mueller Nakamura Nguyen Nielsen Novak Okafor Olsen Osei Patel Pereira
Petrov Quinn Rahman Reyes Ricci Romero Rossi Roy Saito Santos Schmidt Sharma Silva Singh Smith Suzuki Tanaka Taylor
Torres Virtanen Wagner Walker Wang Weber Wilson Wright Yamamoto Yilmaz Young Zhang`.split(/\s+/);

/** Apps whose accounts a company's site usually has. */
export const APPS = [
  'Automation for Jira',
  'Slack',
  'GitHub for Atlassian',
  'Microsoft Teams for Jira',
  'Jira Outlook',
  'Figma for Jira',
  'Statuspage for Jira',
  'Time Sheets',
];

export const PROJECTS = ['WEB', 'APP', 'PAY', 'OPS', 'DATA', 'HELP', 'MKT', 'HR', 'SEC', 'IDEA', 'MOB', 'INFRA'];

/** A person's name; the same pair comes again only after many others. */
export function personName(index: number, shift: number): { first: string; last: string } {
  const first = FIRST[(index * 37 + shift) % FIRST.length] ?? 'Alex';
  const last = LAST[(index * 29 + Math.floor(index / LAST.length) * 7 + shift) % LAST.length] ?? 'Doe';
  return { first, last };
}
