/** Stands in for the parts of a package of menus; the page has none. */
export default function noMenu(): never {
  throw new Error('The page has no menus');
}
