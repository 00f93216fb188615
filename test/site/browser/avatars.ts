/** Where Jira's answers say pictures are. Nothing reaches it from here, so the site draws the initials itself. */
const AVATAR_HOST = 'https://avatar-management--avatars.us-west-2.prod.public.atl-paas.net';
export const AVATAR_PREFIX = '/__avatars';

const COLORS = ['#1868db', '#22a06b', '#8270db', '#e56910', '#ae4787', '#2898bd', '#6a9a23', '#5e4db2'];

/** Points the picture addresses in an answer of Jira to this machine. */
export function withLocalAvatars(body: string, appOrigin: string): string {
  return body.replaceAll(AVATAR_HOST, `${appOrigin}${AVATAR_PREFIX}`);
}

/** A round picture with the initials that the address names, e.g. `/initials/BE-3.png`. */
export function avatarSvg(pathname: string): string {
  const initials = /\/initials\/([A-Z]{2})-/.exec(pathname)?.[1] ?? '';
  const color = COLORS[(initials.charCodeAt(0) + initials.charCodeAt(1) || 0) % COLORS.length] ?? '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="${color}"/>` +
    `<text x="24" y="31" text-anchor="middle" font-family="sans-serif" font-size="19" fill="#fff">${initials}</text></svg>`
  );
}
