import { EN } from './en.ts';
import type { Words } from './words.ts';
import { ZH } from './zh.ts';

export type { RareMethodWords } from './rare.ts';
export type { Words } from './words.ts';

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

const BY_LANGUAGE: Readonly<Record<Language, Words>> = { en: EN, zh: ZH };

/** Everything a report says in a language. */
export const wordsOf = (language: Language): Words => BY_LANGUAGE[language];
