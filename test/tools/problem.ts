/** Something one of Atlassian's checkers found. */
export interface Problem {
  readonly level: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
}
