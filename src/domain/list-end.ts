/** Why a list is not read any further although Jira tells of more. */
export type ListEnd = 'page-repeats' | 'too-many-pages';

/** Watches the pages of one list, so that reading it ends whatever Jira answers. */
export class PageWatch {
  private pages = 0;
  private last: string | undefined;

  /** `mostPages`: more than the list can have. */
  constructor(private readonly mostPages: number) {}

  /** Undefined: the list may be read on. `page`: what it holds, as a text that differs from page to page. */
  endAfter(page: string): ListEnd | undefined {
    this.pages += 1;
    if (page === this.last) return 'page-repeats';
    this.last = page;
    return this.pages >= this.mostPages ? 'too-many-pages' : undefined;
  }
}
