/** Languages in which a page speaks. */
export type Tongue = 'en' | 'zh';

/** A text in each of them. */
export type Texts = Readonly<Record<Tongue, string>>;
