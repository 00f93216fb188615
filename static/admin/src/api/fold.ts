/** Letters that are their own in some alphabets and do not come apart into a letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i' };
/** Most names need no more than small letters. */
const PLAIN = /^[\x20-\x7e]*$/;

/** A text as it is compared: without case and accents. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[ßæœøłđðı]/g, (letter) => LETTERS[letter] ?? letter);
}
