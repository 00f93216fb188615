/** Keys of the manifest's modules that show a page of the app; `test/architecture/manifest.test.ts` compares the two. */
export const WAYS_IN = ['license-management', 'get-started', 'global-page', 'my-seat'] as const;
