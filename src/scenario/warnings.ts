import type { Draft } from './draft.ts';
export function warn(_draft: Draft): void {}
