/** Anything with a truth of its own: an instance, a node, a place, a link, a component as a whole. */
export type Thing = number & { readonly __thing?: never };
