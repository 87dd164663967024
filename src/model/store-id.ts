/** A store of a world, by its number in the order of declaration. */
export type StoreId = number & { readonly __store?: never };
