/** What the person who starts the site can mend: told in one line, exit code 2. */
export class StartError extends Error {}
