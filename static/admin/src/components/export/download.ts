/** Long enough for the browser to have taken the file over. */
const KEEP_MS = 60_000;

/** Gives the browser a file to save. The frame may do that after a click of the person. */
export function downloadFile(name: string, type: string, parts: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}

/** `evidence-2026-11-23.csv`: the day by the server's clock, so that files sort by when they were made. */
export function fileName(what: string, now: number, extension: string): string {
  return `${what}-${new Date(now).toISOString().slice(0, 10)}.${extension}`;
}
