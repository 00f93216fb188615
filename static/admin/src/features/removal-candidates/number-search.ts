const WRITTEN = /^rc\d+$/i;
const DIGITS = /^\d+$/;

/** Whether a text can only be meant as the number of a candidate, so that nobody's name has to be looked for. */
export function isNumberText(text: string): boolean {
  return WRITTEN.test(text.trim());
}

/** Whether a candidate's number is what a text asks for: `RC0000012`, its beginning, `RC12` or just `12`. */
export function isNumberOf(text: string, number: string): boolean {
  const wanted = text.trim();
  const isSame = (digits: string) => Number(number.slice(2)) === Number(digits);
  if (DIGITS.test(wanted)) return isSame(wanted);
  return isNumberText(wanted) && (isSame(wanted.slice(2)) || number.startsWith(wanted.toUpperCase()));
}
