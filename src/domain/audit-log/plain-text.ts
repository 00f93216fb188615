/** A text made for people as it can be compared: without capitals, and with single spaces for whatever separates words. */
export function plainText(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/gu, "'")
    .replace(/[\s_-]+/gu, ' ')
    .trim();
}
