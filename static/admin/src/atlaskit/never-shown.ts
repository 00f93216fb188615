/** Stands in for parts of Atlaskit that the page never shows. */
export default function NeverShown(): never {
  throw new Error('This part of Atlaskit was left out of the page');
}
