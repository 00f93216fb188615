import { createContext, useContext } from 'react';
import type { ProductAddress } from '../api/product-address';

const UNKNOWN: ProductAddress = { site: '', base: undefined, settings: undefined, apps: undefined };
const AddressContext = createContext(UNKNOWN);

export const ProductAddressProvider = AddressContext.Provider;

/** Where the product shows the app. */
export function useProductAddress(): ProductAddress {
  return useContext(AddressContext);
}
