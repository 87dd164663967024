import type { ClassResult } from '../../standards/index.ts';
import { what } from '../drill/names.ts';
import type { Words } from '../words/index.ts';

type Struck = Pick<ClassResult, 'class' | 'domain' | 'fault'>;

/** What was injected: what it struck, and how where the same disaster has struck it in another way too. */
export const injected = (one: Struck, all: readonly Struck[], words: Words): string =>
  all.some((other) => other.class === one.class && other.domain === one.domain && other.fault !== one.fault)
    ? what(one, words)
    : words.names.domain(one.domain);
